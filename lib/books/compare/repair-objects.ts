import { transact } from "#db/transact.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { MoneyObject } from "#lib/providers/contract/payments.ts";
import { applyObjects } from "../apply-object.ts";
import { type Reader, readAllPages } from "../read-pages.ts";
import { dayMs } from "../seals/day-hash.ts";

/** A dispute goes on for months without a movement. */
const longestDisputeMs = 120 * dayMs;
const kinds = ["refund", "dispute", "payout"] as const satisfies readonly MoneyObject["kind"][];
const atOnce = 200;

/** Reads the lists of what has states of its own again, and writes how it stands: what a lost message left behind. */
export async function repairObjects(
  account: PaymentAccountRow,
  since: Date | null,
  ask: Reader,
): Promise<void> {
  const isHistory = account.readUntil === null;
  for (const kind of kinds) {
    const from = kind === "dispute" && since ? new Date(since.getTime() - longestDisputeMs) : since;
    const readAt = new Date();
    const { items } = await readAllPages((cursor) =>
      ask(kind, (books, call) => books.objects(call, { kind, since: from, cursor })),
    );
    for (let start = 0; start < items.length; start += atOnce) {
      const some = items.slice(start, start + atOnce);
      await transact((tx) => applyObjects(tx, account, some, { readAt, isHistory }));
    }
  }
}
