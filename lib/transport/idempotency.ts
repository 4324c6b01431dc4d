import { and, eq, isNull, lt } from "drizzle-orm";
import { db } from "#db/client.ts";
import { idempotencyKeys } from "#db/schema/platform.ts";
import { actorId, type Ctx } from "#lib/auth/context.ts";
import { open, seal } from "#lib/crypto/seal.ts";
import { AppError, conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { createFingerprint } from "#lib/fingerprint.ts";

/** After so long without an answer the first call is taken for dead, and a repetition may run. */
const staleAfterMs = 60_000;
const keyForm = /^[\x21-\x7e]{1,255}$/;

type Saved = { status: number; body: string };
type Own = ReturnType<typeof and>;

/** All that says what is asked for. `path` is the endpoint's own, with its parameters beside it. */
type AskedFor = { method: string; path: string; outer: Record<string, unknown>; body: unknown };

/**
 * Runs a POST once for each Idempotency-Key of a merchant: a repetition gets the first answer. Answers of 5xx are
 * not kept, so that the caller can try again. Answers may hold a secret (of a new webhook), so they are sealed. The
 * same content with its names in another order is the same request.
 * @throws {AppError} 422 for a key used with another request, 409 while the first call is under way
 */
export async function runOnce(
  ctx: Ctx,
  key: string,
  request: AskedFor,
  run: () => Promise<Saved>,
): Promise<Saved & { isReplay: boolean }> {
  if (!keyForm.test(key)) {
    throw new AppError({
      status: 400,
      code: "bad_idempotency_key",
      said: say("problem_idempotency_key_form"),
    });
  }
  const place = { merchantId: ctx.merchantId, table: "idempotency_keys", rowId: key, column: "body" };
  const fingerprint = createFingerprint({ actor: actorId(ctx), ...request });
  const own = and(eq(idempotencyKeys.merchantId, ctx.merchantId), eq(idempotencyKeys.key, key));
  const saved = await startOrFind(ctx.merchantId, key, own, fingerprint);
  if (saved) return { status: saved.status, body: await open(saved.body, place), isReplay: true };
  try {
    const answer = await run();
    if (answer.status >= 500) await db().delete(idempotencyKeys).where(own);
    else
      await db()
        .update(idempotencyKeys)
        .set({ ...answer, body: await seal(answer.body, place) })
        .where(own);
    return { ...answer, isReplay: false };
  } catch (error) {
    await db().delete(idempotencyKeys).where(own);
    throw error;
  }
}

async function startOrFind(
  merchantId: string,
  key: string,
  own: Own,
  fingerprint: string,
): Promise<Saved | null> {
  const started = await db()
    .insert(idempotencyKeys)
    .values({ merchantId, key, fingerprint })
    .onConflictDoNothing()
    .returning({ key: idempotencyKeys.key });
  if (started.length > 0) return null;
  const [first] = await db().select().from(idempotencyKeys).where(own);
  if (first && first.fingerprint !== fingerprint) {
    const said = say("problem_idempotency_key_reused");
    throw new AppError({ status: 422, code: "idempotency_key_reused", said });
  }
  if (first?.status && first.body !== null) return { status: first.status, body: first.body };
  const stale = new Date(Date.now() - staleAfterMs);
  const takenOver = await db()
    .update(idempotencyKeys)
    .set({ startedAt: new Date() })
    .where(and(own, isNull(idempotencyKeys.status), lt(idempotencyKeys.startedAt, stale)))
    .returning({ key: idempotencyKeys.key });
  if (takenOver.length > 0) return null;
  throw conflict("idempotency_key_in_use", say("problem_idempotency_key_in_use"));
}
