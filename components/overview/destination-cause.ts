import { destinationName } from "#components/deliveries/destination-text.ts";
import { failureCause } from "#components/deliveries/failure-cause.ts";
import type { FailingDestination } from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";

interface DestinationCause {
  /** What happened, as a sentence. */
  title: string;
  meaning: string;
  /** What to do about it. */
  advice: string;
  /** Where to begin: in the webhook's settings, or by looking at what was answered. */
  action: "webhook" | "deliveries";
}

/** Why a destination fails and what to do about it, from its last attempt. */
export function findDestinationCause(
  destination: Pick<FailingDestination, "description" | "url" | "status" | "failureCode" | "statusCode">,
  locale: Locale = defaultLocale,
): DestinationCause {
  const { failureCode, statusCode, status } = destination;
  if (failureCode === null) {
    const advice = t("cause_of_send_test_from_webhooks");
    return { title: t("cause_of_title"), meaning: "", advice, action: "webhook" };
  }
  const cause = failureCause(destinationName(destination), failureCode, statusCode, locale);
  const isFixedHere = cause.remedy === "settings";
  return {
    title: t("cause_of_sentence", { cause: cause.what }),
    meaning: cause.meaning,
    // Nothing is sent before it is resumed, whatever was fixed.
    advice: joinSentences(cause.advice, status === "disabled" && t("cause_of_send_test_then_resume")),
    action: isFixedHere || status === "disabled" ? "webhook" : "deliveries",
  };
}

/** What the last attempt adds to its cause, or null where its message would only say the same again. */
export function lastAttemptRemark({
  failureCode,
  statusCode,
  message,
}: Pick<FailingDestination, "failureCode" | "statusCode" | "message">): string | null {
  // That the event is too large is the one answer which the cause does not tell apart from other refusals.
  if (failureCode === "http_status") return statusCode === 413 ? message : null;
  return failureCode === "gone" || failureCode === "redirect" || failureCode === "rate_limited"
    ? null
    : message;
}
