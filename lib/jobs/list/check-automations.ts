import { checkDueAutomations, findNextDriftCheck } from "#lib/automations/drift/check-due.ts";
import { defineQueue } from "../define-job.ts";

/** Compares what automations rely on with what is there. */
export const checkAutomationsJob = defineQueue({
  id: "check-automations",
  name: "Check automations",
  event: "drift/ready",
  pollMs: 30_000,
  drain: async (input) => ({
    ...(await checkDueAutomations(input)),
    nextDueAt: await findNextDriftCheck(),
  }),
  findNextDueAt: findNextDriftCheck,
});
