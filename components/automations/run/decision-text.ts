import type { RunStepDto } from "#lib/automations/runs/run-schema.ts";
import { automationsRun as t } from "#lib/words/en/screens/automations-run.ts";

const said = {
  approved: (by: string) => t("said_approved", { by }),
  rejected: (by: string) => t("said_rejected", { by }),
  done: (by: string) => t("said_said_that_was_done", { by }),
  not_done: (by: string) => t("said_said_that_was_not", { by }),
} as const;

/** What a person said of a step: "Ana Ricci approved it". */
export function decisionText({ kind, by }: NonNullable<RunStepDto["decision"]>): string {
  return said[kind](by);
}
