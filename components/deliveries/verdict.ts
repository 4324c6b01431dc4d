import type { Tone } from "#components/ui/tone.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { stopWord } from "./delivery-state.ts";
import { destinationText } from "./destination-text.ts";
import { type FailureCause, failureCause, type Side } from "./failure-cause.ts";

export interface Verdict {
  tone: Tone;
  headline: string;
  meaning: string;
  /** On whose side the trouble lies; null where there is none. */
  whose: Side | null;
  advice: string | null;
  /** What mends it or starts to: send it again, or look at the webhook. */
  action: "retry" | "webhook" | null;
}

type Judged = Pick<
  DeliveryDto,
  "status" | "isInFlight" | "attempts" | "isTest" | "destination" | "lastAttempt"
>;

/** What became of a delivery, on whose side it is, and what to do: for a shop owner, in ten seconds. */
export function verdictOf(delivery: Judged): Verdict {
  const name = delivery.destination.description || destinationText(delivery.destination.label).host;
  switch (delivery.status) {
    case "delivered":
      return delivery.destination.kind === "automation" ? ran(delivery, name) : delivered(delivery, name);
    case "failed":
      return failed(delivery, name);
    case "pending":
      return delivery.isInFlight ? sending(name) : waiting(delivery, name);
    case "held":
      return held(delivery, name);
    case "cancelled":
      return cancelled(delivery, name);
  }
}

function causeOf({ lastAttempt, destination }: Judged): FailureCause | null {
  if (!lastAttempt?.failureCode) return null;
  const cause = failureCause(lastAttempt.failureCode, lastAttempt.statusCode);
  if (destination.kind === "webhook") return cause;
  // An automation has no settings of a webhook to change; what happened names the step and the field.
  const isAboutWebhook = lastAttempt.failureCode === "timeout" || lastAttempt.failureCode === "rate_limited";
  return {
    ...cause,
    meaning: lastAttempt.message,
    ...(isAboutWebhook ? { advice: "There is nothing to change here." } : {}),
  };
}

function times(attempts: number): string {
  return attempts === 1 ? "once" : attempts === 2 ? "twice" : `${attempts} times`;
}

function delivered({ attempts, lastAttempt }: Judged, name: string): Verdict {
  const answer = lastAttempt?.statusCode ? ` It answered ${lastAttempt.statusCode}.` : "";
  return {
    tone: "success",
    headline: `${name} accepted it`,
    meaning:
      attempts === 1
        ? `It arrived at the first attempt.${answer}`
        : `It arrived at attempt ${attempts}.${answer}`,
    whose: null,
    advice: null,
    action: null,
  };
}

/** It did what it says of the event, or its condition was not met. */
function ran({ lastAttempt }: Judged, name: string): Verdict {
  const nothing = { whose: null, advice: null, action: null };
  return { tone: "success", headline: `${name} has ended`, meaning: lastAttempt?.message ?? "", ...nothing };
}

function sending(name: string): Verdict {
  return {
    tone: "progress",
    headline: `Being sent to ${name} right now`,
    meaning: "The answer shows up here as soon as it comes.",
    whose: null,
    advice: null,
    action: null,
  };
}

function waiting(delivery: Judged, name: string): Verdict {
  const cause = causeOf(delivery);
  if (!cause) {
    return {
      tone: "progress",
      headline: `On its way to ${name}`,
      meaning: "It has its place in the queue and goes out in a moment.",
      whose: null,
      advice: null,
      action: null,
    };
  }
  return {
    tone: "warning",
    headline: `Not delivered yet: ${name} ${cause.what}`,
    meaning: `${cause.meaning} Patchbay has tried ${times(delivery.attempts)} and keeps trying automatically.`,
    whose: cause.side,
    advice: adviceFor(delivery, cause),
    action: actionFor(delivery, cause),
  };
}

function failed(delivery: Judged, name: string): Verdict {
  const cause = causeOf(delivery);
  const tried = delivery.isTest
    ? "It was a test, so it was tried once only."
    : "No further attempt is planned.";
  return {
    tone: "danger",
    headline: cause ? `${name} ${cause.what}` : `It did not reach ${name}`,
    meaning: cause ? `${cause.meaning} ${tried}` : tried,
    whose: cause?.side ?? null,
    advice: cause && adviceFor(delivery, cause),
    action: actionFor(delivery, cause),
  };
}

function held({ destination, attempts }: Judged, name: string): Verdict {
  const before = attempts === 0 ? "It has not been sent." : `It has been tried ${times(attempts)}.`;
  return {
    tone: "info",
    headline: `Held: the ${destination.kind} ${name} is ${stopWord(destination)}`,
    meaning: `${before} It is sent in its turn when the ${destination.kind} is resumed.`,
    whose: null,
    advice: `Resume the ${destination.kind} when the app is ready for events.`,
    action: destination.kind === "webhook" ? "webhook" : null,
  };
}

function cancelled(delivery: Judged, name: string): Verdict {
  const before =
    delivery.attempts === 0 ? "It was never tried." : `It had been tried ${times(delivery.attempts)}.`;
  return {
    tone: "neutral",
    headline: `Cancelled: it is not sent to ${name}`,
    meaning: `${before} Somebody on your team, or one of your API keys, stopped it.`,
    whose: null,
    advice: null,
    action: delivery.destination.state === "active" ? "retry" : null,
  };
}

/** A webhook that is paused takes nothing, however good a retry would be; one that is deleted never will again. */
function actionFor({ destination }: Judged, cause: FailureCause | null): Verdict["action"] {
  if (destination.state === "deleted" || cause?.remedy === "none") return null;
  if (destination.kind === "automation") return destination.state === "active" ? "retry" : null;
  if (destination.state !== "active") return "webhook";
  return cause?.remedy === "settings" ? "webhook" : "retry";
}

function adviceFor({ destination, status }: Judged, cause: FailureCause): string {
  if (destination.state === "deleted")
    return `Its ${destination.kind} was deleted, so there is nowhere left to send it.`;
  if (cause.remedy === "none") return cause.advice;
  if (destination.state !== "active") {
    return `${cause.advice} Then resume the ${destination.kind}, which is ${stopWord(destination)} at the moment, and retry.`;
  }
  return status === "failed" ? `${cause.advice} Then retry.` : cause.advice;
}
