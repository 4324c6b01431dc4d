import { and, eq, inArray, ne, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { newId } from "#lib/ids.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import type { Book } from "#lib/ledger/book.ts";
import { findManifest, manifests } from "#lib/providers/manifests.ts";

export type PaymentAccountRow = typeof paymentAccounts.$inferSelect;

/**
 * The account whose money an integration brings into the ledger, made when it is first needed, and read soon. Safe to
 * repeat, and at once by several.
 * @returns null where the app keeps no books, or the account's money is another merchant's
 */
export async function ensurePaymentAccount(
  tx: Tx,
  integration: Pick<
    IntegrationRow,
    "id" | "merchantId" | "provider" | "environment" | "accountId" | "status"
  >,
): Promise<PaymentAccountRow | null> {
  if (!findManifest(integration.provider)?.paymentFacts?.books) return null;
  const { id: integrationId, merchantId, provider, environment, accountId } = integration;
  const book = "merchant" as const;
  const [made] = await tx
    .insert(paymentAccounts)
    .values({
      id: newId("pac"),
      merchantId,
      integrationId,
      provider,
      environment,
      accountId,
      book,
      sweepDueAt: sql`now()`,
    })
    .onConflictDoNothing()
    .returning();
  if (made) return made;
  const own = and(
    inAccount({ provider, environment, accountId, book }),
    eq(paymentAccounts.merchantId, merchantId),
  );
  const [known] = await tx.select().from(paymentAccounts).where(own);
  if (!known || (known.integrationId === integrationId && known.sweepDueAt !== null)) return known ?? null;
  const [again] = await tx
    .update(paymentAccounts)
    .set({ integrationId, sweepDueAt: sql`least(${paymentAccounts.sweepDueAt}, now())` })
    .where(own)
    .returning();
  return again ?? null;
}

/** The row of a book. */
export function inAccount({ provider, environment, accountId, book }: Omit<Book, "merchantId">) {
  return and(
    eq(paymentAccounts.provider, provider),
    eq(paymentAccounts.environment, environment),
    eq(paymentAccounts.accountId, accountId),
    eq(paymentAccounts.book, book),
  );
}

const atOnce = 50;

/** Makes the accounts of connections that were there before their money was kept, some at a time. */
export async function ensurePaymentAccounts(): Promise<{ made: number }> {
  const withBooks = manifests.flatMap(({ id, paymentFacts }) => (paymentFacts?.books ? [id] : []));
  const rows = await db()
    .select()
    .from(integrations)
    .where(
      and(
        ne(integrations.status, "disconnected"),
        inArray(integrations.provider, withBooks),
        sql`NOT EXISTS (SELECT 1 FROM ${paymentAccounts} WHERE ${paymentAccounts.provider} = ${integrations.provider}
          AND ${paymentAccounts.environment} = ${integrations.environment}
          AND ${paymentAccounts.accountId} = ${integrations.accountId} AND ${paymentAccounts.book} = 'merchant')`,
      ),
    )
    .limit(atOnce);
  for (const row of rows) await db().transaction((tx) => ensurePaymentAccount(tx, row));
  return { made: rows.length };
}
