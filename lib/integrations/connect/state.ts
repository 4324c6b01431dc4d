import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { oauthStates } from "#db/schema/integrations.ts";
import { actorId, type Ctx } from "#lib/auth/context.ts";
import { open, type SealedPlace, seal } from "#lib/crypto/seal.ts";
import { callFailureCodes } from "#lib/failures/consequences.ts";
import { messageSchema } from "#lib/failures/message.ts";
import type { Environment } from "#lib/integrations/calls/provider-address.ts";
import { isSameText } from "#lib/same-text.ts";

export type StateRow = typeof oauthStates.$inferSelect;

/** Of a consent that has been asked for: how long it may take to come back. */
const lifeMs = 10 * 60_000;

/** What of a state must not be readable in the database. */
const sealedState = z.object({
  verifier: z.string(),
  /** Of a connection that waits: for the browser to come back, or for a word on the other account. */
  pending: z
    .object({
      secrets: z.record(z.string(), z.string()),
      settings: z.record(z.string(), z.string()),
      scopes: z.array(z.string()),
      expiresAt: z.coerce.date().nullable(),
      refreshExpiresAt: z.coerce.date().nullable(),
    })
    .optional(),
  /** Why keys that a provider posted were not taken, for the browser that comes back after them. */
  refusal: z.object({ kind: z.enum(callFailureCodes), said: messageSchema }).optional(),
});
export type SealedState = z.output<typeof sealedState>;

export function randomText(): string {
  return randomBytes(32).toString("base64url");
}

export function digest(text: string): string {
  return createHash("sha256").update(text).digest("base64url");
}

function toSealedPlace(row: { id: string; merchantId: string }): SealedPlace {
  return { merchantId: row.merchantId, table: "oauth_states", rowId: row.id, column: "sealed" };
}

/** @returns the state to send along, which is stored as its hash only */
export async function createState(
  ctx: Ctx,
  options: {
    provider: string;
    environment: Environment;
    input: Record<string, string>;
    redirectUri: string;
    display: "page" | "popup";
    integrationId: string | null;
    browserNonce: string;
    verifier: string;
  },
): Promise<string> {
  const state = randomText();
  const id = digest(state);
  const { browserNonce, verifier, ...rest } = options;
  await db()
    .insert(oauthStates)
    .values({
      ...rest,
      id,
      merchantId: ctx.merchantId,
      userId: actorId(ctx),
      browserHash: digest(browserNonce),
      sealed: await seal(JSON.stringify({ verifier }), toSealedPlace({ id, merchantId: ctx.merchantId })),
      expiresAt: sql`now() + ${lifeMs} * interval '1 millisecond'`,
    });
  return state;
}

export async function findState(state: string, provider: string): Promise<StateRow | null> {
  const [row] = await db()
    .select()
    .from(oauthStates)
    .where(and(eq(oauthStates.id, digest(state)), eq(oauthStates.provider, provider)));
  return row ?? null;
}

/** A state is good for who asked, in the browser that asked. */
export function isOwnState(row: StateRow, ctx: Ctx, browserNonce: string | null): boolean {
  const isBrowser = isSameText(digest(browserNonce ?? ""), row.browserHash);
  return isBrowser && row.merchantId === ctx.merchantId && row.userId === actorId(ctx);
}

/** Uses a state up: of two that race, one gets it. null = it was used, or its time is over. */
export async function consumeState(row: StateRow): Promise<StateRow | null> {
  const [used] = await db()
    .update(oauthStates)
    .set({ usedAt: sql`now()` })
    .where(and(eq(oauthStates.id, row.id), isNull(oauthStates.usedAt), gt(oauthStates.expiresAt, sql`now()`)))
    .returning();
  return used ?? null;
}

export async function openState(row: StateRow): Promise<SealedState> {
  return sealedState.parse(JSON.parse(await open(row.sealed, toSealedPlace(row))));
}

/** Keeps a connection with its state until there is a word on it. */
export async function keepPending(
  row: StateRow,
  account: { id: string; label: string } | null,
  sealed: SealedState,
): Promise<void> {
  await db()
    .update(oauthStates)
    .set({
      pendingAccount: account,
      sealed: await seal(JSON.stringify(sealed), toSealedPlace(row)),
      expiresAt: sql`now() + ${lifeMs} * interval '1 millisecond'`,
    })
    .where(eq(oauthStates.id, row.id));
}

/** Notes why the keys that came were not taken; they may come once more, and what was kept before stays. */
export async function keepRefusal(
  row: StateRow,
  refusal: NonNullable<SealedState["refusal"]>,
): Promise<void> {
  const { verifier } = await openState(row);
  await db()
    .update(oauthStates)
    .set({ sealed: await seal(JSON.stringify({ verifier, refusal }), toSealedPlace(row)) })
    .where(and(eq(oauthStates.id, row.id), isNull(oauthStates.pendingAccount)));
}
