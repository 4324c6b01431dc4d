import { readInTime } from "#db/read-in-time.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { notFound } from "#lib/errors.ts";
import { findRun } from "./find-run.ts";
import { readRuns } from "./read-runs.ts";
import { toRunDto } from "./run-dto.ts";
import { type RunDto, runDto, runIdInput } from "./run-schema.ts";

/**
 * One run of an automation: its condition and each step, with what it was given and answered while that is kept.
 * @throws {AppError} 404 for another merchant's run
 */
export const getRun = defineVerb({
  permission: "read",
  input: runIdInput,
  output: runDto,
  async run({ ctx, input: { id } }) {
    return readRun(ctx, id);
  },
});

/** The same for whoever may change it. */
export async function readRun(ctx: Ctx, id: string): Promise<RunDto> {
  const [run] = await readInTime(async (tx) =>
    readRuns(tx, ctx.merchantId, [await findRun(tx, ctx.merchantId, id)]),
  );
  if (!run) throw notFound("run");
  return toRunDto(run, ctx.locale);
}
