import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { disputes } from "#db/schema/payments.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import type { Environment } from "./amounts-schema.ts";

/** So many are counted at most. */
const maxCounted = 100;

/**
 * How many disputes wait for the merchant's evidence, at most `maxCounted`: those about real money, and the sandbox's only
 * where the merchant has no account with real money.
 */
export async function countDisputesToAnswer({
  ctx,
}: {
  ctx: Ctx;
}): Promise<{ environment: Environment; count: number }> {
  authorise(ctx, "read");
  const { merchantId } = ctx;
  const [live] = await db()
    .select({ id: paymentAccounts.id })
    .from(paymentAccounts)
    .where(and(eq(paymentAccounts.merchantId, merchantId), eq(paymentAccounts.environment, "live")))
    .limit(1);
  const environment = live ? "live" : "sandbox";
  const rows = await db()
    .select({ id: disputes.id })
    .from(disputes)
    .where(
      and(
        eq(disputes.merchantId, merchantId),
        eq(disputes.environment, environment),
        eq(disputes.status, "needs_response"),
      ),
    )
    .limit(maxCounted);
  return { environment, count: rows.length };
}
