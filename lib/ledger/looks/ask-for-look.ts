import { and, eq, or, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { moneyLooks, paymentAccounts } from "#db/schema/payment-accounts.ts";
import { charges } from "#db/schema/payments.ts";
import type { IntegrationRow } from "#lib/integrations/integration-row.ts";
import type { MoneyObject } from "#lib/providers/contract/payments.ts";
import { storable } from "#lib/text.ts";
import { ensurePaymentAccount } from "./payment-account.ts";

/** Messages about one fact come in a bunch. */
const gather = sql`now() + interval '1 second'`;
const longestId = 200;

/**
 * A message says that something happened to money: what it is about is fetched, and the account read, soon. However often
 * and in whatever order messages come, that is all that they do.
 * @param object null = what it is about cannot be told: the account is read all the same
 */
export async function askForLook(
  tx: Tx,
  integration: IntegrationRow,
  object: { kind: MoneyObject["kind"]; id: string } | null,
): Promise<void> {
  const account = await ensurePaymentAccount(tx, integration);
  if (!account) return;
  // In the order in which a reading locks: the account, what is looked at, payments. Its end sees what was asked for.
  const own = eq(paymentAccounts.id, account.id);
  await tx.select({ id: paymentAccounts.id }).from(paymentAccounts).where(own).for("no key update");
  if (object !== null && object.id.length <= longestId && object.id === storable(object.id)) {
    const { kind, id: objectId } = object;
    await tx
      .insert(moneyLooks)
      .values({ paymentAccountId: account.id, kind, objectId })
      .onConflictDoUpdate({
        target: [moneyLooks.paymentAccountId, moneyLooks.kind, moneyLooks.objectId],
        set: { askedAt: sql`clock_timestamp()` },
      });
    if (kind === "payment") await hurryLookUp(tx, integration, objectId);
  }
  // A reading that is under way sees at its end what was asked for meanwhile.
  await tx
    .update(paymentAccounts)
    .set({ sweepDueAt: sql`least(${paymentAccounts.sweepDueAt}, ${gather})` })
    .where(and(own, sql`${paymentAccounts.sweep} IS NULL`));
}

/** A payment of ours that has not ended is looked up as it was asked for: it may have no charge yet. */
async function hurryLookUp(
  tx: Tx,
  { merchantId, provider, environment, accountId }: IntegrationRow,
  id: string,
): Promise<void> {
  await tx
    .update(charges)
    .set({ lookDueAt: sql`least(${charges.lookDueAt}, now())` })
    .where(
      and(
        eq(charges.merchantId, merchantId),
        eq(charges.provider, provider),
        eq(charges.environment, environment),
        eq(charges.accountId, accountId),
        or(eq(charges.paymentId, id), eq(charges.sessionId, id), eq(charges.chargeId, id)),
        sql`${charges.lookDueAt} IS NOT NULL`,
      ),
    );
}
