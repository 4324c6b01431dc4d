import type { Sender } from "#lib/engine/sender.ts";
import { runAutomation } from "./run-automation.ts";

/** Has connected apps do what an automation says of an event. */
export const automationSender: Sender = {
  kind: "automation",
  successEvent: null,
  attempt: (delivery) => runAutomation(delivery),
  retire: async () => false,
  tell: () => null,
};
