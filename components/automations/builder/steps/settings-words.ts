import type { Step } from "#lib/automations/definition-schema.ts";
import { withinSentence } from "#lib/automations/words/within-sentence.ts";
import type { Locale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { spanText } from "#lib/words/span-text.ts";

type Choice = { value: string; label: string };

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** How late a step may come, in seconds. */
const freshnessSpans: readonly number[] = [5 * minute, 20 * minute, hour, 6 * hour, day, 7 * day];

/** How soon a step has to have reached someone, in seconds. */
const reachSpans: readonly number[] = [30, minute, 2 * minute, 5 * minute, 15 * minute, hour];

/** When a step is skipped, as choices; what is set stands among them. */
export function freshnessChoices(chosen: number | null, locale: Locale): Choice[] {
  const never = { value: "null", label: screenText("freshness_never", {}, locale) };
  const after = withOwn(freshnessSpans, chosen).map((seconds) => ({
    value: String(seconds),
    label: screenText("freshness_after", { span: spanText(seconds, locale) }, locale),
  }));
  return [never, ...after];
}

/** Within what time a step has to be done, as choices; what is set stands among them. */
export function reachChoices(chosen: number, locale: Locale): Choice[] {
  return withOwn(reachSpans, chosen).map((seconds) => ({
    value: String(seconds),
    label: spanText(seconds, locale),
  }));
}

function withOwn(spans: readonly number[], chosen: number | null): readonly number[] {
  if (chosen === null || spans.includes(chosen)) return spans;
  return [...spans, chosen].toSorted((one, other) => one - other);
}

/** What is set of a step, in a line: "done at once · skipped after 20 minutes". */
export function settingsWords({ mode, freshForSeconds, condition, mustReach }: Step, locale: Locale): string {
  const formatSpan = (code: "freshness_line" | "reach_line", seconds: number) =>
    screenText(code, { span: spanText(seconds, locale) }, locale);
  return [
    withinSentence(screenText(`mode_${mode}`, {}, locale), locale),
    ...(freshForSeconds === null ? [] : [formatSpan("freshness_line", freshForSeconds)]),
    ...(condition === null ? [] : [screenText("with_condition", {}, locale)]),
    ...(mustReach === null ? [] : [formatSpan("reach_line", mustReach.withinSeconds)]),
  ].join(" · ");
}
