import type { Attempt, Sender } from "#lib/engine/sender.ts";
import { checkSoon, releaseIfHealed } from "#lib/integrations/health/held-runs.ts";
import { runAutomation } from "./run-automation.ts";

/** Has connected apps do what an automation says of an event. */
export const automationSender: Sender = {
  kind: "automation",
  successEvent: null,
  attempt: (delivery) => runAutomation(delivery),
  retire: async () => false,
  afterHeld,
  tell: () => null,
};

async function afterHeld(attempts: readonly Attempt[]): Promise<void> {
  const ids = attempts.flatMap(({ result: { held } }) => (held?.for === "connection" ? (held.id ?? []) : []));
  for (const id of new Set(ids)) {
    await checkSoon(id);
    await releaseIfHealed(id);
  }
}
