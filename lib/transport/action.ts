import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { isDatabaseAway, unlessDatabaseIsAway } from "#db/away.ts";
import { isOutOfTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { AppError, type FieldError } from "#lib/errors.ts";
import { logger } from "#lib/logger.ts";
import { countRequest } from "./rate-limit.ts";

/** What a server action answers to a form: the result, or what to show beside which field. */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | { ok: false; code: string; message: string; fieldErrors: FieldError[] };

/**
 * Runs a verb for the person who is signed in, and turns its errors into something that a form can show. It counts as a
 * request like one to the API. Next itself refuses actions that another site asks for.
 */
export async function runAction<Data>(verb: (ctx: Ctx) => Promise<Data>): Promise<ActionResult<Data>> {
  const ctx = await requireCtx();
  return runSafely(async () => {
    await countRequest(ctx);
    return verb(ctx);
  }, ctx.requestId);
}

/** As runAction, where nobody is signed in yet. */
export async function runSafely<Data>(
  verb: () => Promise<Data>,
  requestId: string,
): Promise<ActionResult<Data>> {
  try {
    return { ok: true, data: await unlessDatabaseIsAway(verb()) };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) {
      return { ok: false, code: error.code, message: error.message, fieldErrors: error.fieldErrors };
    }
    if (isDatabaseAway(error)) {
      logger.warn({ err: error, requestId }, "the database is away");
      const message = "Patchbay cannot reach its database. Try again in a moment.";
      return { ok: false, code: "database_unavailable", message, fieldErrors: [] };
    }
    if (isOutOfTime(error)) {
      logger.warn({ err: error, requestId }, "a statement took too long");
      const message = "The database took too long over this, so it was stopped. Try again in a moment.";
      return { ok: false, code: "read_timeout", message, fieldErrors: [] };
    }
    logger.error({ err: error, requestId }, "action broke");
    const message = `Something went wrong on our side, and nothing was changed. Try again; our log has it as ${requestId}.`;
    return { ok: false, code: "internal", message, fieldErrors: [] };
  }
}

/**
 * Leads on a browser that posted the form itself, because no script had loaded. A script that called the action goes on
 * by itself.
 */
export async function redirectPosted(path: string): Promise<void> {
  if (!(await headers()).has("next-action")) redirect(path);
}
