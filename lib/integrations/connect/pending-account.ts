import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { oauthStates } from "#db/schema/integrations.ts";
import { actorId, type Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { shortText } from "#lib/text-schema.ts";
import { openState, type SealedState, type StateRow } from "./state.ts";

export const stateInput = z.strictObject({ state: shortText(100) });

const accountDto = z.object({ id: z.string(), label: z.string() });

const pendingAccountDto = z.object({
  provider: z.string(),
  integrationId: z.string(),
  currentAccount: accountDto,
  newAccount: accountDto,
  expiresAt: z.iso.datetime(),
});
export type PendingAccountDto = z.infer<typeof pendingAccountDto>;

/**
 * The account that came back when another one was connected again, and that waits for the merchant's word.
 * @throws {AppError} 404 once it is answered or ten minutes are over
 */
export const getPendingAccount = defineVerb({
  permission: "integrations:write",
  input: stateInput,
  output: pendingAccountDto,
  async run({ ctx, input }) {
    const { row, account, integrationId } = await requirePending(ctx, input);
    const integration = await requireIntegration(ctx, integrationId);
    return {
      provider: row.provider,
      integrationId,
      currentAccount: { id: integration.accountId, label: integration.accountLabel },
      newAccount: account,
      expiresAt: row.expiresAt.toISOString(),
    };
  },
});

type PendingRow = {
  row: StateRow;
  account: { id: string; label: string };
  integrationId: string;
  pending: NonNullable<SealedState["pending"]>;
};

/** @throws {AppError} 404 */
export async function requirePending(ctx: Ctx, { state }: { state: string }): Promise<PendingRow> {
  const [row] = await db()
    .select()
    .from(oauthStates)
    .where(
      and(
        eq(oauthStates.id, state),
        eq(oauthStates.merchantId, ctx.merchantId),
        eq(oauthStates.userId, actorId(ctx)),
        isNotNull(oauthStates.usedAt),
        gt(oauthStates.expiresAt, sql`now()`),
      ),
    );
  if (!row?.pendingAccount || row.integrationId === null) throw notFound("question");
  const { pending } = await openState(row);
  if (!pending) throw notFound("question");
  return { row, account: row.pendingAccount, integrationId: row.integrationId, pending };
}

/** Takes the question away, tokens and all: of two that answer, one gets it. */
export async function claimPending(row: StateRow): Promise<boolean> {
  const gone = await db()
    .delete(oauthStates)
    .where(eq(oauthStates.id, row.id))
    .returning({ id: oauthStates.id });
  return gone.length > 0;
}
