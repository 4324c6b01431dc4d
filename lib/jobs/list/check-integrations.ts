import { checkDueIntegrations, findNextCheck } from "#lib/integrations/health/check-due.ts";
import { defineQueue } from "../define-job.ts";

/** Asks the connections whose turn it is whether they work. */
export const checkIntegrationsJob = defineQueue({
  id: "check-integrations",
  name: "Check integrations",
  event: "checks/ready",
  pollMs: 30_000,
  drain: async () => ({ ...(await checkDueIntegrations()), nextDueAt: await findNextCheck() }),
  findNextDueAt: findNextCheck,
});
