import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import type { Books, PlatformBooks } from "#lib/providers/contract/payments.ts";
import { scriptedCall } from "#lib/providers/testing/scripted-call.ts";
import type { PlatformReader } from "../platform/platform-call.ts";
import type { Reader } from "../read-pages.ts";

const nothing = async () => ({ items: [], unread: [], next: null });

/** Books of a provider that has nothing but what is given, and what it was asked for. */
export function scriptedReader(over: Partial<Books>): { ask: Reader; asked: string[] } {
  const asked: string[] = [];
  const books: Books = {
    movements: nothing,
    objects: nothing,
    payoutItems: nothing,
    balances: async () => [],
    object: async () => null,
    platform: null,
    ...over,
  };
  const { call } = scriptedCall([]);
  return {
    asked,
    ask: (name, run) => {
      asked.push(name);
      return run(books, call);
    },
  };
}

/** The platform's own books at a provider that has nothing but what is given. */
export function scriptedPlatform(over: Partial<PlatformBooks>): PlatformReader {
  const books: PlatformBooks = {
    accountId: async () => "acct_platform",
    movements: nothing,
    balances: async () => [],
    fees: nothing,
    ...over,
  };
  const { call } = scriptedCall([]);
  return (run) => run(books, call);
}

/** An account of a merchant of its own, at Stripe's sandbox, which no connection leads to. */
export async function openScriptedAccount(
  over: Partial<typeof paymentAccounts.$inferInsert> = {},
): Promise<PaymentAccountRow> {
  const merchantId = over.merchantId ?? (await createTestMerchant()).merchantId;
  const [row] = await db()
    .insert(paymentAccounts)
    .values({
      id: newId("pac"),
      provider: "stripe",
      environment: "sandbox",
      accountId: newId("sbx"),
      book: "merchant",
      ...over,
      merchantId,
    })
    .returning();
  if (!row) throw new Error("No account was written.");
  return row;
}
