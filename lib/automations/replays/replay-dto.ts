import { say } from "#lib/failures/say.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import type { PlannedStep } from "./plan-steps.ts";
import type { BulkReplayDto, ReplayDto, StepEffect } from "./replay-schema.ts";
import type { PlannedRun } from "./write-replays.ts";

const meanings = {
  reuses: "replay_reuses",
  runs: "replay_runs",
  mayRepeat: "replay_may_repeat",
  finds: "replay_finds",
  skips: "replay_skips",
} as const satisfies Record<StepEffect, string>;

export function toReplayDto(
  { target, steps }: PlannedRun,
  mode: ReplayDto["mode"],
  made: { replayId: string; runId: string } | null,
  locale: Locale,
): ReplayDto {
  return {
    mode,
    version: target.version,
    steps: steps.map((planned) => ({
      ...describeStep(planned),
      effect: planned.effect,
      message: render(say(meanings[planned.effect]), locale),
    })),
    replayId: made?.replayId ?? null,
    runId: made?.runId ?? null,
  };
}

function describeStep({ step, found }: PlannedStep) {
  return { key: step.key, title: found.action?.title ?? null, app: found.app?.name ?? null };
}

/** How often each step would do what, in the order of the steps. */
export function countSteps(runs: readonly PlannedRun[]): BulkReplayDto["steps"] {
  const byKey = Map.groupBy(
    runs.flatMap(({ steps }) => steps),
    ({ step }) => step.key,
  );
  return [...byKey.values()].flatMap((planned) => {
    const [first] = planned;
    if (first === undefined) return [];
    const count = (effect: StepEffect) => planned.filter((one) => one.effect === effect).length;
    return [
      {
        ...describeStep(first),
        reuses: count("reuses"),
        runs: count("runs"),
        mayRepeat: count("mayRepeat"),
        finds: count("finds"),
        skips: count("skips"),
      },
    ];
  });
}
