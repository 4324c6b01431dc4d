import { transact } from "#db/transact.ts";
import { bookUnderstood } from "#lib/ledger/book-understood.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { loadProvider } from "#lib/providers/registry.ts";
import { toBook } from "./to-book.ts";

/** Books what stood in suspense and is understood by now, by a version that knows more. */
export async function putRight(account: PaymentAccountRow): Promise<void> {
  const understand = (await loadProvider(account.provider))?.payments?.books?.understand;
  if (understand) await transact((tx) => bookUnderstood(tx, toBook(account), understand));
}
