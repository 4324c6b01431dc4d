import type { Tone } from "#components/ui/tone.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
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
  /** What mends it or starts to: send it again, or look at the webhook, the automation, or the connected apps. */
  action: "retry" | "webhook" | "automation" | "apps" | null;
}

type Judged = Pick<
  DeliveryDto,
  "status" | "isInFlight" | "attempts" | "isTest" | "destination" | "lastAttempt" | "heldFor"
>;

/**
 * What became of a delivery, on whose side it is, and what to do: for a shop owner, in ten seconds.
 * @param unmet why the condition of a run was not met; null = it was, or there is none
 */
export function verdictOf(
  delivery: Judged,
  unmet: string | null = null,
  locale: Locale = defaultLocale,
): Verdict {
  const name = delivery.destination.description || destinationText(delivery.destination.label).host;
  switch (delivery.status) {
    case "delivered":
      return delivery.destination.kind === "automation" ? ran(delivery, unmet) : delivered(delivery, name);
    case "failed":
      return failed(delivery, name, locale);
    case "pending":
      return delivery.isInFlight ? sending(delivery, name) : waiting(delivery, name, locale);
    case "held":
      return held(delivery, name);
    case "cancelled":
      return cancelled(delivery, name);
  }
}

function causeOf({ lastAttempt, destination }: Judged, locale: Locale): FailureCause | null {
  if (!lastAttempt?.failureCode) return null;
  const cause = failureCause(lastAttempt.failureCode, lastAttempt.statusCode, locale);
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
function ran({ lastAttempt }: Judged, unmet: string | null): Verdict {
  const nothing = { whose: null, advice: null, action: null };
  if (unmet !== null) {
    return {
      tone: "neutral",
      headline: "Nothing was done: the condition is not met",
      meaning: unmet,
      ...nothing,
    };
  }
  return { tone: "success", headline: "The run is done", meaning: lastAttempt?.message ?? "", ...nothing };
}

function sending({ destination }: Judged, name: string): Verdict {
  const isRun = destination.kind === "automation";
  return {
    tone: "progress",
    headline: isRun ? `${name} is running right now` : `Being sent to ${name} right now`,
    meaning: isRun ? "What comes of it shows up here." : "The answer shows up here as soon as it comes.",
    whose: null,
    advice: null,
    action: null,
  };
}

function waiting(delivery: Judged, name: string, locale: Locale): Verdict {
  const cause = causeOf(delivery, locale);
  const isRun = delivery.destination.kind === "automation";
  if (!cause) {
    return {
      tone: "progress",
      headline: isRun ? `${name} will run in a moment` : `On its way to ${name}`,
      meaning: isRun
        ? "It has its place in the queue."
        : "It has its place in the queue and goes out in a moment.",
      whose: null,
      advice: null,
      action: null,
    };
  }
  return {
    tone: "warning",
    headline: isRun ? `Not done yet: an app ${cause.what}` : `Not delivered yet: ${name} ${cause.what}`,
    meaning: `${cause.meaning} Patchbay has tried ${times(delivery.attempts)} and keeps trying automatically.`,
    whose: cause.side,
    advice: adviceFor(delivery, cause),
    action: actionFor(delivery, cause),
  };
}

function failed(delivery: Judged, name: string, locale: Locale): Verdict {
  const cause = causeOf(delivery, locale);
  const tried = delivery.isTest
    ? "It was a test, so it was tried once only."
    : "No further attempt is planned.";
  return {
    tone: "danger",
    headline: failedHeadline(delivery, cause, name),
    meaning: cause ? `${cause.meaning} ${tried}` : tried,
    whose: cause?.side ?? null,
    advice: cause && adviceFor(delivery, cause),
    action: actionFor(delivery, cause),
  };
}

function failedHeadline({ destination }: Judged, cause: FailureCause | null, name: string): string {
  if (destination.kind === "automation") return `${name} could not be completed`;
  return cause ? `${name} ${cause.what}` : `It did not reach ${name}`;
}

/** What a run waits for, where it is not for its automation to be resumed. */
const waits = {
  review: {
    headline: "Waiting for approval",
    meaning: "A step is prepared. See below what would be sent, then approve or reject it.",
    advice: null,
    action: null,
  },
  decision: {
    headline: "Waiting for your decision",
    meaning: "An app did not answer, and it cannot be asked whether the step was done.",
    advice: "Look in the app, then say below what you see. The run goes on from there.",
    action: null,
  },
  connection: {
    headline: "Waiting for a connected app to work again",
    meaning:
      "It continues by itself once the connection works, and so do other runs that wait for it, the oldest first.",
    advice: "See what the app needs: most often it has to be connected again.",
    action: "apps",
  },
} as const;

function held({ destination, attempts, heldFor }: Judged, name: string): Verdict {
  if (heldFor !== null && heldFor !== "paused") {
    return { tone: heldFor === "review" ? "info" : "warning", whose: null, ...waits[heldFor] };
  }
  const isRun = destination.kind === "automation";
  const never = isRun ? "It has not been run." : "It has not been sent.";
  const before = attempts === 0 ? never : `It has been tried ${times(attempts)}.`;
  return {
    tone: "info",
    headline: `Held: the ${destination.kind} ${name} is ${stopWord(destination)}`,
    meaning: `${before} It is ${isRun ? "run" : "sent"} in its turn when the ${destination.kind} is resumed.`,
    whose: null,
    advice:
      destination.kind === "webhook"
        ? "Resume the webhook when the app is ready for events."
        : "Resume the automation to have it run.",
    action: destination.kind,
  };
}

function cancelled(delivery: Judged, name: string): Verdict {
  const before =
    delivery.attempts === 0 ? "It was never tried." : `It had been tried ${times(delivery.attempts)}.`;
  return {
    tone: "neutral",
    headline:
      delivery.destination.kind === "automation"
        ? `Cancelled: ${name} is not run`
        : `Cancelled: it is not sent to ${name}`,
    meaning: `${before} Somebody on your team, or one of your API keys, stopped it.`,
    whose: null,
    advice: null,
    action: delivery.destination.state === "active" ? "retry" : null,
  };
}

/** A webhook that is paused takes nothing, however good a retry would be; one that is deleted never will again. */
function actionFor({ destination }: Judged, cause: FailureCause | null): Verdict["action"] {
  if (destination.state === "deleted" || cause?.remedy === "none") return null;
  if (destination.kind === "automation") return destination.state === "active" ? "retry" : "automation";
  if (destination.state !== "active") return "webhook";
  return cause?.remedy === "settings" ? "webhook" : "retry";
}

function adviceFor({ destination, status }: Judged, cause: FailureCause): string {
  if (destination.state === "deleted")
    return destination.kind === "automation"
      ? "Its automation was deleted, so it cannot be run any more."
      : "Its webhook was deleted, so there is nowhere left to send it.";
  if (cause.remedy === "none") return cause.advice;
  if (destination.state !== "active") {
    return `${cause.advice} Then resume the ${destination.kind}, which is ${stopWord(destination)} at the moment, and retry.`;
  }
  return status === "failed" ? `${cause.advice} Then retry.` : cause.advice;
}
