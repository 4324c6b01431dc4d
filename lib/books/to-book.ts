import type { Book } from "#lib/ledger/book.ts";
import type { PaymentAccountRow } from "../ledger/looks/payment-account.ts";

export function toBook({ merchantId, book, provider, environment, accountId }: PaymentAccountRow): Book {
  return { merchantId, book, provider, environment, accountId };
}
