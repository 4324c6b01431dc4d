import { attributeDue, findNextAttribution } from "#lib/revenue/attribution/attribute-due.ts";
import { defineQueue } from "../define-job.ts";

/** Finds the order and the scan that a payment came of. */
export const attributeChargesJob = defineQueue({
  id: "attribute-charges",
  name: "Find the orders of payments",
  event: "attribution/ready",
  pollMs: 5_000,
  drain: async (input) => ({ ...(await attributeDue(input)), nextDueAt: await findNextAttribution() }),
  findNextDueAt: findNextAttribution,
});
