import { headers } from "next/headers";
import { redirect, unstable_rethrow } from "next/navigation";
import { isDatabaseAway, unlessDatabaseIsAway } from "#db/away.ts";
import { isOutOfTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { AppError, type FieldError } from "#lib/errors.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { logger } from "#lib/logger.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import { renderError } from "#lib/words/render-error.ts";
import { countRequest } from "./rate-limit.ts";

/**
 * What a server action answers to a form: the result, or what to show beside which field.
 * @property runId of a refusal: the run to look at instead
 */
export type ActionResult<Data> =
  | { ok: true; data: Data }
  | { ok: false; code: string; message: string; fieldErrors: FieldError[]; runId?: string };

/**
 * Runs a verb for the person who is signed in, and turns its errors into something that a form can show. It counts as a
 * request like one to the API. Next itself refuses actions that another site asks for.
 */
export async function runAction<Data>(verb: (ctx: Ctx) => Promise<Data>): Promise<ActionResult<Data>> {
  const ctx = await requireCtx();
  const run = async () => {
    await countRequest(ctx);
    return verb(ctx);
  };
  return runSafely(run, ctx);
}

/** As runAction, where nobody is signed in yet. */
export async function runSafely<Data>(
  verb: () => Promise<Data>,
  { requestId, locale = defaultLocale }: { requestId: string; locale?: Locale },
): Promise<ActionResult<Data>> {
  try {
    return { ok: true, data: await unlessDatabaseIsAway(verb()) };
  } catch (error) {
    unstable_rethrow(error);
    if (error instanceof AppError) {
      const runId = readRunId(error);
      const told = renderError(error, locale);
      return { ok: false, code: error.code, ...told, ...(runId === null ? {} : { runId }) };
    }
    const { code, said } = unexpected(error, requestId);
    return { ok: false, code, message: render(said, locale), fieldErrors: [] };
  }
}

/** The run that whoever was refused is to look at instead; null = the refusal names none. */
export function readRunId({ said }: AppError): string | null {
  const { run } = said.params;
  return said.code === "problem_replayed_since" && typeof run === "string" ? run : null;
}

/** What is no refusal is logged, and told without its inside. */
function unexpected(error: unknown, requestId: string): { code: string; said: Message } {
  if (isDatabaseAway(error)) {
    logger.warn({ err: error, requestId }, "the database is away");
    return { code: "database_unavailable", said: say("problem_database_away_try_again") };
  }
  if (isOutOfTime(error)) {
    logger.warn({ err: error, requestId }, "a statement took too long");
    return { code: "read_timeout", said: say("problem_read_timeout_try_again") };
  }
  logger.error({ err: error, requestId }, "action broke");
  return { code: "internal", said: say("problem_internal_unchanged", { requestId }) };
}

/**
 * Leads on a browser that posted the form itself, because no script had loaded. A script that called the action goes on
 * on its own.
 */
export async function redirectPosted(path: string): Promise<void> {
  if (!(await headers()).has("next-action")) redirect(path);
}
