import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { paymentAccounts } from "#db/schema/payment-accounts.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { shortText } from "#lib/text-schema.ts";
import { compareAccount } from "./compare/compare-account.ts";

const reconcileInput = z.strictObject({
  id: shortText(100).describe("The account (pac_…)"),
});

const reconciledDto = z.object({
  id: z.string(),
  agreedUntil: z.iso.datetime().nullable().describe("Until when all agrees; null = nothing is known to yet"),
  mended: z.int().describe("Movements that were missing, and are booked now"),
  open: z.int().describe("Differences that are open"),
});
export type ReconciledDto = z.infer<typeof reconciledDto>;

/**
 * Compares an account with its provider, now.
 * @throws {AppError} 404, 409 where the connection needs its merchant, 429, 502, 504
 */
export const reconcileAccount = defineVerb({
  permission: "payments:write",
  input: reconcileInput,
  output: reconciledDto,
  async run({ ctx, input: { id } }) {
    const [found] = await db()
      .select({ account: paymentAccounts, integration: integrations })
      .from(paymentAccounts)
      .innerJoin(integrations, eq(integrations.id, paymentAccounts.integrationId))
      .where(
        and(
          eq(paymentAccounts.merchantId, ctx.merchantId),
          eq(integrations.merchantId, ctx.merchantId),
          eq(paymentAccounts.id, id),
        ),
      );
    if (!found) throw notFound("connection");
    await db().transaction((tx) => recordAudit(tx, ctx, { action: "payments.reconciled", targetId: id }));
    try {
      const { agreedUntil, mended, open } = await compareAccount(found.account, found.integration);
      return { id, agreedUntil: agreedUntil?.toISOString() ?? null, mended, open };
    } catch (error) {
      throw toAppError(error);
    }
  },
});
