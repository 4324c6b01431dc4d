import { add, type Currency, type Money, money, negate, sum } from "#lib/money/money.ts";
import type { Movement, MovementFee, MovementKind } from "#lib/providers/contract/movement.ts";
import type { EntryAccount } from "./accounts.ts";

export interface Entry<C extends string> {
  account: EntryAccount;
  amount: Money<C>;
}

/** What of a movement decides where it is booked. */
export type Moved = Pick<Movement, "kind" | "amount" | "net" | "fees">;

const accountOfKind: Record<MovementKind, EntryAccount> = {
  payment: "payments",
  refund: "refunds",
  dispute: "disputes",
  payout: "bank",
  top_up: "bank",
  provider_fee: "provider_fees",
  tax: "taxes",
  platform_fee: "platform_fees",
  transfer: "transfers",
  reserve: "reserves",
  adjustment: "adjustments",
  unknown: "suspense",
};

const accountOfFee: Record<MovementFee["kind"], EntryAccount> = {
  platform: "platform_fees",
  provider: "provider_fees",
  tax: "taxes",
  unknown: "suspense",
};

/**
 * The entries of a movement; they add up to zero. What the balance changes by is what the provider says (`net`), whatever
 * its parts come to: a difference goes to `suspense`, so that our balance is the provider's and the question stays open.
 */
export function createEntries<C extends string>(movement: Moved, currency: Currency<C>): Entry<C>[] {
  const inCurrency = (minor: number) => money(currency, minor);
  const entries: Entry<C>[] = [
    { account: "balance", amount: inCurrency(movement.net) },
    { account: accountOfKind[movement.kind], amount: inCurrency(-movement.amount) },
    ...movement.fees.map((fee) => ({ account: feeAccount(movement, fee), amount: inCurrency(fee.amount) })),
  ];
  const difference = negate(
    sum(
      currency,
      entries.map(({ amount }) => amount),
    ),
  );
  return merge([...entries, { account: "suspense", amount: difference }]);
}

/** What a provider takes for a dispute is a cost of the dispute. */
function feeAccount({ kind }: Pick<Movement, "kind">, fee: MovementFee): EntryAccount {
  return kind === "dispute" && fee.kind === "provider" ? "dispute_fees" : accountOfFee[fee.kind];
}

/** One entry for each account, none of nothing. */
function merge<C extends string>(entries: readonly Entry<C>[]): Entry<C>[] {
  const byAccount = new Map<EntryAccount, Money<C>>();
  for (const { account, amount } of entries) {
    const before = byAccount.get(account);
    byAccount.set(account, before ? add(before, amount) : amount);
  }
  return [...byAccount]
    .map(([account, amount]) => ({ account, amount }))
    .filter(({ amount }) => amount.minor !== 0);
}
