import { moneyText } from "#components/integrations/sync/money-text.ts";
import type { Step } from "#lib/automations/definition-schema.ts";
import { automationsDetail as t } from "#lib/words/en/screens/automations-detail.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { spanText } from "#lib/words/span-text.ts";

/** What is particular about how a step is run, a sentence each; none for one that is simply done. */
export function stepOptions(
  { mode, limit, freshForSeconds, mustReach }: Pick<Step, "mode" | "limit" | "freshForSeconds" | "mustReach">,
  locale: Locale = defaultLocale,
): string[] {
  return [
    ...(mode === "review" && limit === null ? [t("step_options_prepared_done_once_someone")] : []),
    ...(limit === null
      ? []
      : [
          t("step_options_up_moneytext_done_once", {
            moneyText: moneyText({ minor: limit.amount, currency: limit.currency }),
          }),
        ]),
    ...(freshForSeconds === null
      ? []
      : [t("step_options_skipped_once_event_older", { spanText: spanText(freshForSeconds, locale) })]),
    ...(mustReach === null
      ? []
      : [
          t("step_options_if_not_done_within", {
            spanText: spanText(mustReach.withinSeconds, locale),
            is: mustReach.otherwise === null ? "yes" : "no",
          }),
        ]),
  ];
}
