import { sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { newId } from "#lib/ids.ts";
import type { Book } from "#lib/ledger/book.ts";
import { inAccount, type PaymentAccountRow } from "#lib/ledger/looks/payment-account.ts";

/** Whose rows the platform's own money is. Nobody signs in as it, and no list of merchants has it. */
export const platformMerchantId = "mer_platform";

/** The platform's account at a provider, made when it is first needed. */
export async function ensurePlatformAccount(
  tx: Tx,
  place: Pick<Book, "provider" | "environment" | "accountId">,
): Promise<PaymentAccountRow> {
  await tx.insert(merchants).values({ id: platformMerchantId, name: "Platform" }).onConflictDoNothing();
  const book = "platform" as const;
  await tx
    .insert(paymentAccounts)
    .values({
      id: newId("pac"),
      merchantId: platformMerchantId,
      integrationId: null,
      ...place,
      book,
      sweepDueAt: sql`now()`,
    })
    .onConflictDoNothing();
  const [row] = await tx
    .select()
    .from(paymentAccounts)
    .where(inAccount({ ...place, book }));
  if (!row) throw new Error("The platform's account was not written.");
  return row;
}
