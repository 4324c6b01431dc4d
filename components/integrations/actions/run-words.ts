import type { Tone } from "#components/ui/tone.ts";
import { consequences } from "#lib/failures/consequences.ts";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueActionDto } from "#lib/marketplace/schema.ts";
import { integrationsActions as t } from "#lib/words/en/screens/integrations-actions.ts";

interface RunWords {
  tone: Tone;
  text: string;
}

/** What pressing Run does, and to whom. */
export function runWords(
  { effect }: Pick<CatalogueActionDto, "effect">,
  { environment, account }: Pick<IntegrationDto, "environment" | "account">,
): RunWords {
  if (environment === "sandbox") {
    return { tone: "info", text: t("run_words_this_runs_sandbox_nothing") };
  }
  return effect === "read"
    ? { tone: "neutral", text: t("run_words_this_reads_from_label", { label: account.label }) }
    : { tone: "warning", text: t("run_words_this_real_changes_sends", { label: account.label }) };
}

/** `unreachable` is our own: the browser did not reach Patchbay. */
const answerIsUnknown: ReadonlySet<string> = new Set([
  consequences.timeout.answer.error,
  consequences.unavailable.answer.error,
  "unreachable",
]);

/** What is known of a run that failed: where the answer was lost or made no sense, not even that it was not done. */
export function failureTitle(code: string, { effect }: Pick<CatalogueActionDto, "effect">): string {
  if (!answerIsUnknown.has(code)) return t("failure_title_was_not_done");
  return effect === "read" ? t("failure_title_no_answer_came_that") : t("failure_title_may_may_not_have");
}

/** What to do about a run that failed, beyond what the message says; null where that is all. */
export function afterFailure(code: string, { effect }: Pick<CatalogueActionDto, "effect">): string | null {
  if (answerIsUnknown.has(code)) {
    return effect === "read"
      ? t("after_failure_press_run_again_nothing")
      : t("after_failure_you_can_press_run");
  }
  switch (code) {
    case consequences.auth.answer.error:
    case consequences.scope_missing.answer.error:
      return t("after_failure_what_stands_top_this");
    case consequences.rate_limited.answer.error:
      return t("after_failure_wait_little_then_press");
    default:
      return null;
  }
}
