import { and, eq, gt, isNotNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { oauthStates } from "#db/schema/integrations.ts";
import { actorId, authorise, type Ctx } from "#lib/auth/context.ts";
import { notFound } from "#lib/errors.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { parseInput } from "#lib/parse.ts";
import { shortText } from "#lib/text-schema.ts";
import { openState, type SealedState, type StateRow } from "./state.ts";

const stateInput = z.strictObject({ state: shortText(100) });

export type PendingAccountDto = {
  provider: string;
  integrationId: string;
  currentAccount: { id: string; label: string };
  newAccount: { id: string; label: string };
  expiresAt: string;
};

/**
 * The account that came back when another one was connected again, and that waits for the merchant's word.
 * @throws {AppError} 404 once it is answered or ten minutes are over
 */
export async function getPendingAccount(given: { ctx: Ctx; input: unknown }): Promise<PendingAccountDto> {
  authorise(given.ctx, "integrations:write");
  const { row, account, integrationId } = await requirePending(given.ctx, given.input);
  const integration = await requireIntegration(given.ctx, integrationId);
  return {
    provider: row.provider,
    integrationId,
    currentAccount: { id: integration.accountId, label: integration.accountLabel },
    newAccount: account,
    expiresAt: row.expiresAt.toISOString(),
  };
}

type PendingRow = {
  row: StateRow;
  account: { id: string; label: string };
  integrationId: string;
  pending: NonNullable<SealedState["pending"]>;
};

/** @throws {AppError} 404 */
export async function requirePending(ctx: Ctx, input: unknown): Promise<PendingRow> {
  const { state } = parseInput(stateInput, input);
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
