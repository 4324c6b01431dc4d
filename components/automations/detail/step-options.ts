import { moneyText } from "#components/integrations/sync/money-text.ts";
import type { Step } from "#lib/automations/definition-schema.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { spanText } from "#lib/words/span-text.ts";

/** What is particular about how a step is run, a sentence each; none for one that is simply done. */
export function stepOptions(
  { mode, limit, freshForSeconds, mustReach }: Pick<Step, "mode" | "limit" | "freshForSeconds" | "mustReach">,
  locale: Locale = defaultLocale,
): string[] {
  return [
    ...(mode === "review" && limit === null ? ["It is prepared, and done once someone approves it."] : []),
    ...(limit === null
      ? []
      : [
          `Up to ${moneyText({ minor: limit.amount, currency: limit.currency })} it is done at once; above that someone has to approve it.`,
        ]),
    ...(freshForSeconds === null
      ? []
      : [`It is skipped once the event is older than ${spanText(freshForSeconds, locale)}.`]),
    ...(mustReach === null
      ? []
      : [
          `If it is not done within ${spanText(mustReach.withinSeconds, locale)}, ${
            mustReach.otherwise === null ? "you get an email" : "the fallback is tried"
          }, and the overview says so.`,
        ]),
  ];
}
