import { say } from "#lib/failures/say.ts";
import { Turns } from "#lib/limits/turns.ts";
import { type DryRunQuestion, dryRun } from "./dry-run.ts";

declare global {
  // Next bundles this module more than once; pages and routes of a process take turns together.
  var patchbayDryRuns: Turns | undefined;
}

function turns(): Turns {
  globalThis.patchbayDryRuns ??= new Turns({
    atOnce: 1,
    patienceMs: 20_000,
    waiting: 10,
    refusal: say("problem_dry_runs_at_once"),
  });
  return globalThis.patchbayDryRuns;
}

/** A dry run, one of a merchant at a time in this process. @throws {AppError} 429 when its turn does not come in 20 s */
export async function dryRunInTurn(question: DryRunQuestion): ReturnType<typeof dryRun> {
  return turns().run(question.merchantId, () => dryRun(question));
}
