import type { Tone } from "#components/ui/tone.ts";
import type { DeliveryDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
import { destinationName } from "./destination-text.ts";
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
export function buildVerdict(
  delivery: Judged,
  unmet: string | null = null,
  locale: Locale = defaultLocale,
): Verdict {
  const name = getName(delivery.destination);
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

function getName({ description, label }: Judged["destination"]): string {
  return destinationName({ description, url: label });
}

function findCause({ lastAttempt, destination }: Judged, locale: Locale): FailureCause | null {
  if (!lastAttempt?.failureCode) return null;
  const cause = failureCause(getName(destination), lastAttempt.failureCode, lastAttempt.statusCode, locale);
  if (destination.kind === "webhook") return cause;
  // An automation has no settings of a webhook to change; what happened names the step and the field.
  const isAboutWebhook = lastAttempt.failureCode === "timeout" || lastAttempt.failureCode === "rate_limited";
  return {
    ...cause,
    meaning: lastAttempt.message,
    ...(isAboutWebhook ? { advice: t("cause_of_there_nothing_change_here") } : {}),
  };
}

function delivered({ attempts, lastAttempt }: Judged, name: string): Verdict {
  return {
    tone: "success",
    headline: t("delivered_name_accepted", { name }),
    meaning: joinSentences(
      t("delivered_arrived", { attempts }),
      lastAttempt?.statusCode != null &&
        t("delivered_answered_statuscode", { statusCode: lastAttempt.statusCode }),
    ),
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
  const cause = findCause(delivery, locale);
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
      ? t("waiting_not_done_yet", { name })
      : t("waiting_not_delivered_yet", { cause: cause.what }),
    meaning: joinSentences(cause.meaning, t("waiting_has_tried", { attempts: delivery.attempts })),
    whose: cause.side,
    advice: adviceFor(delivery, cause),
    action: actionFor(delivery, cause),
  };
}

function failed(delivery: Judged, name: string, locale: Locale): Verdict {
  const cause = findCause(delivery, locale);
  const tried = delivery.isTest ? t("failed_was_test_so_was") : t("failed_no_further_attempt_planned");
  return {
    tone: "danger",
    headline: failedHeadline(delivery, cause, name),
    meaning: joinSentences(cause?.meaning ?? null, tried),
    whose: cause?.side ?? null,
    advice: cause && adviceFor(delivery, cause),
    action: actionFor(delivery, cause),
  };
}

function failedHeadline({ destination }: Judged, cause: FailureCause | null, name: string): string {
  if (destination.kind === "automation") return t("failed_headline_name_could_not_completed", { name });
  return cause ? cause.what : t("failed_headline_did_not_reach_name", { name });
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
  return {
    tone: "info",
    headline: t("held_headline", {
      kind: destination.kind,
      name,
      state: destination.state,
    }),
    meaning: joinSentences(
      isRun ? t("held_run_so_far", { attempts }) : t("held_delivery_so_far", { attempts }),
      isRun ? t("held_run_goes_on") : t("held_delivery_goes_on"),
    ),
    whose: null,
    advice:
      destination.kind === "webhook"
        ? t("held_resume_webhook_when_app")
        : t("held_resume_automation_have_run"),
    action: destination.kind,
  };
}

function cancelled(delivery: Judged, name: string): Verdict {
  return {
    tone: "neutral",
    headline:
      delivery.destination.kind === "automation"
        ? t("cancelled_cancelled_name_not_run", { name })
        : t("cancelled_cancelled_not_sent_name", { name }),
    meaning: joinSentences(t("cancelled_before", { attempts: delivery.attempts }), t("cancelled_meaning")),
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
    const resume = t("advice_for_stopped", { kind: destination.kind, state: destination.state });
    return joinSentences(cause.advice, resume);
  }
  return joinSentences(cause.advice, status === "failed" && t("advice_for_then_retry"));
}
