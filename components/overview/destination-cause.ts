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
    advice: status === "disabled" ? adviceWhileOff(cause) : adviceOf(cause),
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

/** It ends in switching it on: nothing is sent before that, whatever has been mended. */
function adviceWhileOff({ side, remedy }: FailureCause): string {
  if (remedy === "retry") return "Once it is mended, send a test from the webhook's page, then switch it on.";
  if (side === "network") return "Check the address in the webhook, then switch it on.";
  if (side === "endpoint") {
    return "Ask whoever runs the app for its new address or what else has changed, put it into the webhook, then switch it on.";
  }
  return "Change what is wrong in the webhook, then switch it on.";
}

/** What the last attempt adds to its cause, or null where its message would only say the same again. */
export function lastAttemptRemark({
  failureCode,
  statusCode,
  message,
}: Pick<UnwellDestination, "failureCode" | "statusCode" | "message">): string | null {
  // That the event is too large is the one answer which the cause does not tell apart from other refusals.
  if (failureCode === "http_status") return statusCode === 413 ? message : null;
  return failureCode === "gone" || failureCode === "redirect" || failureCode === "rate_limited"
    ? null
    : message;
}
