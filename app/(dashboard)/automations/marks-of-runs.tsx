import { createAppMarks } from "#components/automations/run/app-marks.tsx";
import type { Marks } from "#components/automations/run/run-timeline.tsx";
import type { RunDto } from "#lib/automations/runs/run-schema.ts";
import { findApps } from "#lib/marketplace/find-apps.ts";

/** The marks of the apps that runs have used. */
export function marksOfRuns(runs: readonly RunDto[]): Marks {
  return createAppMarks(
    findApps(runs.flatMap(({ steps }) => steps.flatMap(({ provider }) => provider ?? []))),
  );
}
