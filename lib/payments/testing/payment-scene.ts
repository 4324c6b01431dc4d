import { and, eq, count as total } from "drizzle-orm";
import { db } from "#db/client.ts";
import { feePolicies } from "#db/schema/fees.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { sandboxAccounts, sandboxObjects } from "#db/schema/sandbox.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { newId } from "#lib/ids.ts";
import { connectedIn } from "#lib/integrations/connect/testing/connect.ts";
import { runSandboxCommand } from "#lib/sandbox/run-sandbox-command.ts";
import { runVerb } from "#lib/transport/run-verb.ts";
import { askedCharge } from "../asked-charge.ts";
import { askedRefund } from "../asked-refund.ts";
import { createCharge } from "../create-charge.ts";
import { lookUp } from "../look-up.ts";
import { refundCharge } from "../refund-charge.ts";
import type { ChargeRow } from "../states/apply-payment.ts";
import type { RefundRow } from "../states/apply-refund.ts";

/** A merchant whose Stripe account, in the sandbox that is being served, takes cards; the platform takes 4 %. */
export async function openPayments() {
  const ctx = await createTestMerchant();
  const { merchantId } = ctx;
  const integrationId = await connectedIn(ctx, { provider: "stripe" });
  await db()
    .insert(feePolicies)
    .values({
      id: newId("pol"),
      merchantId,
      currency: null,
      basisPoints: 400,
      validFrom: new Date("2026-01-01T00:00:00Z"),
      createdBy: "test",
    });
  const saved = { mode: "saved" as const, paymentMethod: "pm_card_visa" };
  const asked = { integrationId, amount: 5_000, currency: "EUR", ...saved };
  const readRow = async (id: string): Promise<ChargeRow> => {
    const [row] = await db().select().from(charges).where(eq(charges.id, id));
    if (!row) throw new Error(`There is no charge ${id}.`);
    return row;
  };
  const readRefund = async (id: string): Promise<RefundRow> => {
    const [row] = await db().select().from(refunds).where(eq(refunds.id, id));
    if (!row) throw new Error(`There is no refund ${id}.`);
    return row;
  };
  /** As if the request had been made so long ago that whatever was on its way has arrived. */
  const longAgo = new Date(Date.now() - 10 * 60_000);
  return {
    ctx,
    integrationId,
    asked,
    readRow,
    readRefund,
    charge: (over: Record<string, unknown> = {}, idempotencyKey = newId("req")) =>
      runVerb(createCharge, { ctx, input: { ...asked, ...over }, idempotencyKey }),
    refund: (id: string, over: Record<string, unknown> = {}, idempotencyKey = newId("req")) =>
      runVerb(refundCharge, { ctx, input: { id, ...over }, idempotencyKey }),
    rows: () => db().select().from(charges).where(eq(charges.merchantId, merchantId)),
    refundRows: () => db().select().from(refunds).where(eq(refunds.merchantId, merchantId)),
    command: (command: string, input: Record<string, unknown> = {}) =>
      runSandboxCommand({ ctx, input: { provider: "stripe", command, input } }),
    /** So many of a kind are at Stripe: `payment_intent`, `charge`, `refund`, `checkout_session`. */
    async count(kind: string): Promise<number> {
      const [row] = await db()
        .select({ total: total() })
        .from(sandboxObjects)
        .innerJoin(sandboxAccounts, eq(sandboxAccounts.id, sandboxObjects.accountId))
        .where(
          and(
            eq(sandboxAccounts.merchantId, merchantId),
            eq(sandboxAccounts.provider, "stripe"),
            eq(sandboxObjects.kind, kind),
          ),
        );
      return row?.total ?? 0;
    },
    /** Looks a payment up as the job does, once all that was on its way must have arrived. */
    async lookUp(id: string): Promise<ChargeRow> {
      await db().update(charges).set({ updatedAt: longAgo }).where(eq(charges.id, id));
      return lookUp(askedCharge, await readRow(id));
    },
    async lookUpRefund(id: string): Promise<RefundRow> {
      await db().update(refunds).set({ updatedAt: longAgo }).where(eq(refunds.id, id));
      return lookUp(askedRefund, await readRefund(id));
    },
  };
}
export type PaymentScene = Awaited<ReturnType<typeof openPayments>>;
