import type { Work } from "../work.ts";

/** What an account has in each currency: available and, as `after`, pending. */
export function balanceOf({ store, seconds }: Pick<Work, "store" | "seconds">) {
  return store.sums("balance_transaction", { of: "net", by: "currency", from: "available_on", at: seconds });
}

/** https://docs.stripe.com/api/balance/balance_object */
export function balanceView(
  sums: readonly { by: string; upTo: number; after: number }[],
  currencies: readonly string[],
): Record<string, unknown> {
  // What stands in no currency cannot be read, and is left out.
  const found = sums.map(({ by }) => by).filter((by) => /^[a-z]{3}$/.test(by));
  const all = new Set([...currencies, ...found]);
  const entries = (part: "upTo" | "after") =>
    [...all].map((currency) => {
      const amount = sums.find(({ by }) => by === currency)?.[part] ?? 0;
      return { amount, currency, source_types: { card: amount } };
    });
  return { object: "balance", available: entries("upTo"), livemode: false, pending: entries("after") };
}
