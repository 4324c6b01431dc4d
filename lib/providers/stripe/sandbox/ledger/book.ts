import { midnight } from "../account-document.ts";
import { schedule } from "../control/due.ts";
import type { Work } from "../work.ts";
import {
  createTransaction,
  listLabels,
  type NewTransaction,
  type TransactionDocument,
} from "./transaction.ts";

const usualDelayDays = 2;
/** In which the platform's balance is kept. */
export const platformCurrency = "usd";

type Entry = Omit<NewTransaction, "availableOn" | "created"> & {
  /** now: at once. later: as what comes in, after some days. Default: now. */
  available?: "now" | "later";
};

/** Writes what moved in the balance of an account. */
export async function book(work: Work, { available = "now", ...entry }: Entry): Promise<TransactionDocument> {
  const availableOn =
    available === "now" ? work.seconds : midnight(work.seconds, work.terms.delayDays ?? usualDelayDays);
  const made = createTransaction({ ...entry, created: work.seconds, availableOn });
  await saveTransaction(work, made);
  const isPaidOutDaily = (work.terms.payouts ?? "daily") === "daily";
  if (isPaidOutDaily && made.payout === null) await planPayout(work, availableOn);
  return made;
}

/** Writes what moved in the platform's balance because of an account. */
export async function bookAtPlatform(
  work: Work,
  { available = "now", ...entry }: Entry,
): Promise<TransactionDocument> {
  const availableOn = available === "now" ? work.seconds : midnight(work.seconds, usualDelayDays);
  const made = createTransaction({ ...entry, created: work.seconds, availableOn });
  const labels = [made.id, ...listLabels(made)];
  await work.store.put("platform_transaction", made.id, made, { at: made.created, labels });
  return made;
}

export async function saveTransaction(
  { store }: Pick<Work, "store">,
  made: TransactionDocument,
): Promise<void> {
  await store.put("balance_transaction", made.id, made, { at: made.created, labels: listLabels(made) });
}

/** What is available at a midnight goes out with it. */
async function planPayout(work: Work, availableOn: number): Promise<void> {
  const isMidnight = midnight(availableOn, 0) === availableOn && availableOn > work.seconds;
  const at = isMidnight ? availableOn : midnight(availableOn, 1);
  await schedule(work, at, { task: "pay_out" }, `pay_out:${at}`);
}

/** What an account has in each currency: available and, as `after`, pending. */
export function readBalance({ store, seconds }: Pick<Work, "store" | "seconds">) {
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
