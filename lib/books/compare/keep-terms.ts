import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import type { PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Reader } from "../read-pages.ts";

/** Keeps who bears what of an account. Money is compared also where the provider does not say it just now. */
export async function keepTerms(account: PaymentAccountRow, ask: Reader): Promise<void> {
  try {
    const terms = await ask("terms", async (books, call) => books.terms?.(call) ?? null);
    if (terms === null) return;
    await db().update(paymentAccounts).set({ terms }).where(eq(paymentAccounts.id, account.id));
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
  }
}
