import type { DisputeDto } from "#lib/revenue/disputes-schema.ts";

interface Sum {
  minor: number;
  currency: string;
}

/** What a dispute has taken and cost by now, and what each of its ends would change. */
export interface Stakes {
  /** What the bank took from the balance, above zero; of an inquiry nothing yet. */
  taken: readonly Sum[];
  /** What the provider charges for the dispute, above zero. */
  fees: readonly Sum[];
  /** What it is about, where nothing was taken yet. */
  atRisk: Sum;
}

/** Reads the stakes from what was booked; two currencies stay apart. */
export function readStakes({
  booked,
  amount,
  currency,
}: Pick<DisputeDto, "booked" | "amount" | "currency">): Stakes {
  const above = (name: "disputed" | "fees") =>
    booked.filter((sum) => sum[name] < 0).map((sum) => ({ minor: -sum[name], currency: sum.currency }));
  return { taken: above("disputed"), fees: above("fees"), atRisk: { minor: amount, currency } };
}
