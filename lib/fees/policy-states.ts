import type { FeePolicyDto } from "./fee-policy-schema.ts";

/** What a row of `fee_policies` says, as far as it decides which one counts. */
interface PolicyRow {
  id: string;
  merchantId: string | null;
  currency: string | null;
  basisPoints: number;
  minimum: number;
  validFrom: Date;
}

/** Where nobody has set a rule: 3 % of each payment. */
export const builtInPolicy = { id: null, basisPoints: 300, minimum: 0 } as const;

/**
 * The rules that a merchant's payments may go by, and how each stands at a moment: it is the order in which
 * `findFeePolicy` looks, written out for a reader. The one that begins last comes first.
 * @param rows the merchant's own and everybody's
 */
export function policyStates(rows: readonly PolicyRow[], at: Date): FeePolicyDto[] {
  const sorted = [...rows].sort(
    (one, other) => other.validFrom.getTime() - one.validFrom.getTime() || (one.id < other.id ? 1 : -1),
  );
  const begun = sorted.filter(({ validFrom }) => validFrom <= at);
  const newest = (isOwn: boolean, currency: string | null) =>
    begun.find((row) => (row.merchantId !== null) === isOwn && row.currency === currency);
  const getState = (row: PolicyRow): FeePolicyDto["state"] => {
    const isOwn = row.merchantId !== null;
    if (row.validFrom > at) return "next";
    if (newest(isOwn, row.currency) !== row) return "past";
    const isCovered = !isOwn && (newest(true, null) ?? newest(true, row.currency)) !== undefined;
    return isCovered ? "covered" : "in_force";
  };
  const told = sorted.map((row): FeePolicyDto => {
    const { id, merchantId, currency, basisPoints, minimum, validFrom } = row;
    const validSince = validFrom.toISOString();
    return {
      id,
      isOwn: merchantId !== null,
      currency,
      basisPoints,
      minimum,
      validFrom: validSince,
      state: getState(row),
    };
  });
  const hasGeneral = newest(true, null) ?? newest(false, null);
  return [
    ...told,
    {
      ...builtInPolicy,
      isOwn: false,
      currency: null,
      validFrom: null,
      state: hasGeneral ? "covered" : "in_force",
    },
  ];
}
