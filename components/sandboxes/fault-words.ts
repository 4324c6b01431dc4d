import type { FaultKind } from "#lib/sandbox/fault-schema.ts";
import type { SandboxFaultDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

/** What each fault is called, and what the app does then. */
export const faultWords = () =>
  ({
    unauthorised: {
      label: t("fault_words_access_refused_401"),
      meaning: t("fault_words_meaning"),
    },
    forbidden: {
      label: t("fault_words_not_permitted_403"),
      meaning: t("fault_words_app_says_that_permission"),
    },
    rate_limited: {
      label: t("fault_words_too_many_requests_429"),
      meaning: t("fault_words_app_asks_wait_while"),
    },
    server_error: {
      label: t("fault_words_broken_app_500"),
      meaning: t("fault_words_app_fails_own_side"),
    },
    slow: {
      label: t("fault_words_slow_answer"),
      meaning: t("fault_words_app_takes_time_patchbay"),
    },
    malformed: {
      label: t("fault_words_answer_that_makes_no"),
      meaning: t("fault_words_app_says_that_all"),
    },
    lost: {
      label: t("fault_words_done_but_answer_lost"),
      meaning: t("fault_words_app_does_what_was"),
    },
  }) as const satisfies Record<FaultKind, { label: string; meaning: string }>;

/** What is still to come of a fault: "The next 3 calls: Broken app (500)". */
export function faultSentence(fault: SandboxFaultDto): string {
  const { detail, seconds } = describeDetail(fault);
  return t("fault_sentence", {
    target: fault.target,
    calls: fault.remaining,
    fault: faultWords()[fault.kind].label,
    detail,
    seconds,
  });
}

function describeDetail({ kind, retryAfterSeconds, delayMs }: SandboxFaultDto) {
  if (kind === "rate_limited" && retryAfterSeconds !== null) {
    return { detail: "wait", seconds: retryAfterSeconds };
  }
  if (kind === "slow" && delayMs !== null) return { detail: "late", seconds: Math.round(delayMs / 1_000) };
  return { detail: "none", seconds: 0 };
}
