import type { Tone } from "#components/ui/tone.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
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
    ...(isAboutWebhook ? { advice: t("cause_of_there_nothing_change_here") } : {}),
  };
}

function times(attempts: number): string {
  return t("times", { attempts });
}

function delivered({ attempts, lastAttempt }: Judged, name: string): Verdict {
  const answer = lastAttempt?.statusCode
    ? ` ${t("delivered_answered_statuscode", { statusCode: lastAttempt.statusCode })}`
    : "";
  return {
    tone: "success",
    headline: t("delivered_name_accepted", { name }),
    meaning: t("delivered_arrived", { attempts, answer }),
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
      headline: t("ran_nothing_was_done_condition"),
      meaning: unmet,
      ...nothing,
    };
  }
  return { tone: "success", headline: t("ran_run_done"), meaning: lastAttempt?.message ?? "", ...nothing };
}

function sending({ destination }: Judged, name: string): Verdict {
  const isRun = destination.kind === "automation";
  return {
    tone: "progress",
    headline: isRun
      ? t("sending_name_running_right_now", { name })
      : t("sending_being_sent_name_right", { name }),
    meaning: isRun ? t("sending_meaning") : t("sending_answer_shows_up_here"),
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
      headline: isRun ? t("waiting_name_will_run_moment", { name }) : t("waiting_way_name", { name }),
      meaning: isRun ? t("waiting_meaning") : t("waiting_has_place_queue_goes"),
      whose: null,
      advice: null,
      action: null,
    };
  }
  return {
    tone: "warning",
    headline: isRun
      ? t("waiting_not_done_yet_app", { what: cause.what })
      : t("waiting_not_delivered_yet_name", { name, what: cause.what }),
    meaning: t("waiting_meaning_patchbay_has_tried", {
      meaning: cause.meaning,
      times: times(delivery.attempts),
    }),
    whose: cause.side,
    advice: adviceFor(delivery, cause),
    action: actionFor(delivery, cause),
  };
}

function failed(delivery: Judged, name: string, locale: Locale): Verdict {
  const cause = causeOf(delivery, locale);
  const tried = delivery.isTest ? t("failed_was_test_so_was") : t("failed_no_further_attempt_planned");
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
  if (destination.kind === "automation") return t("failed_headline_name_could_not_completed", { name });
  return cause ? `${name} ${cause.what}` : t("failed_headline_did_not_reach_name", { name });
}

/** What a run waits for, where it is not for its automation to be resumed. */
const waits = () =>
  ({
    review: {
      headline: t("waits_waiting_approval"),
      meaning: t("waits_meaning"),
      advice: null,
      action: null,
    },
    decision: {
      headline: t("waits_waiting_your_decision"),
      meaning: t("waits_app_did_not_answer"),
      advice: t("waits_look_app_then_say"),
      action: null,
    },
    connection: {
      headline: t("waits_waiting_connected_app_work"),
      meaning: t("waits_continues_itself_once_connection"),
      advice: t("waits_see_what_app_needs"),
      action: "apps",
    },
  }) as const;

function held({ destination, attempts, heldFor }: Judged, name: string): Verdict {
  if (heldFor !== null && heldFor !== "paused") {
    return { tone: heldFor === "review" ? "info" : "warning", whose: null, ...waits()[heldFor] };
  }
  const isRun = destination.kind === "automation";
  const never = isRun ? t("held_has_not_been_run") : t("held_has_not_been_sent");
  const before = attempts === 0 ? never : t("held_has_been_tried_times", { times: times(attempts) });
  return {
    tone: "info",
    headline: t("held_headline", {
      kind: destination.kind,
      name,
      state: destination.state,
    }),
    meaning: t("held_meaning", { before, kind: destination.kind }),
    whose: null,
    advice:
      destination.kind === "webhook"
        ? t("held_resume_webhook_when_app")
        : t("held_resume_automation_have_run"),
    action: destination.kind,
  };
}

function cancelled(delivery: Judged, name: string): Verdict {
  const before =
    delivery.attempts === 0
      ? t("cancelled_was_never_tried")
      : t("cancelled_had_been_tried_times", { times: times(delivery.attempts) });
  return {
    tone: "neutral",
    headline:
      delivery.destination.kind === "automation"
        ? t("cancelled_cancelled_name_not_run", { name })
        : t("cancelled_cancelled_not_sent_name", { name }),
    meaning: t("cancelled_meaning", { before }),
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
      ? t("advice_for_automation_was_deleted_so")
      : t("advice_for_webhook_was_deleted_so");
  if (cause.remedy === "none") return cause.advice;
  if (destination.state !== "active") {
    return t("advice_for_stopped", {
      advice: cause.advice,
      kind: destination.kind,
      state: destination.state,
    });
  }
  return status === "failed" ? t("advice_for_advice_then_retry", { advice: cause.advice }) : cause.advice;
}
