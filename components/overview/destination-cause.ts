import { type FailureCause, failureCause, type Side } from "#components/deliveries/failure-cause.ts";
import type { UnwellDestination } from "#lib/deliveries/overview-schema.ts";

export interface DestinationCause {
  /** What happened, as a sentence. */
  title: string;
  meaning: string;
  /** What to do about it. */
  advice: string;
  /** Where to begin: in the webhook's settings, or by looking at what was answered. */
  action: "webhook" | "deliveries";
}

const adviceBySide = {
  endpoint: "The fault is the app's: whoever runs it can mend it. The deliveries show what it answered.",
  network:
    "The fault is in the network in between. It often passes by itself; if not, show the deliveries to whoever runs the app.",
  settings: "A setting of the webhook has to change.",
  patchbay: "The fault is ours. You need not do anything.",
} as const satisfies Record<Side, string>;

/** Why a destination fails and what to do about it, from its last attempt. */
export function causeOf(
  destination: Pick<UnwellDestination, "status" | "failureCode" | "statusCode">,
): DestinationCause {
  const { failureCode, statusCode, status } = destination;
  if (failureCode === null) {
    const advice = "Send a test from the webhook's page to see how it answers.";
    return { title: "No delivery has arrived.", meaning: "", advice, action: "webhook" };
  }
  const cause = failureCause(failureCode, statusCode);
  const isMendedHere = cause.remedy === "settings";
  return {
    title: `It ${cause.what}.`,
    meaning: cause.meaning,
    advice: adviceOf(cause),
    action: isMendedHere || status === "disabled" ? "webhook" : "deliveries",
  };
}

function adviceOf({ side, remedy }: FailureCause): string {
  if (remedy === "settings" && side === "network") return "Check the address in the webhook.";
  if (remedy === "settings" && side === "endpoint") {
    return "Ask whoever runs the app, and put what has changed into the webhook.";
  }
  return adviceBySide[side];
}
