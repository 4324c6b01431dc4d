import type { RunStepDto } from "#lib/automations/runs/run-schema.ts";

const said = {
  approved: (by: string) => `${by} approved it`,
  rejected: (by: string) => `${by} rejected it`,
  done: (by: string) => `${by} said that it was done`,
  not_done: (by: string) => `${by} said that it was not done`,
} as const;

/** What a person said of a step: "Ana Ricci approved it". */
export function decisionText({ kind, by }: NonNullable<RunStepDto["decision"]>): string {
  return said[kind](by);
}
