import type { Shape } from "#lib/automations/shapes/shape.ts";
import { lookUp } from "#lib/look-up.ts";
import { toLabel } from "#lib/to-label.ts";
import type { Locale } from "#lib/words/locale.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { titleOfPath } from "./field-words.ts";
import type { Names } from "./names.ts";
import { parsePath } from "./parse-path.ts";
import { withinSentence } from "./within-sentence.ts";

const settings = {
  eventType: "setting_eventType",
  condition: "setting_condition",
  steps: "setting_steps",
  integrationId: "setting_integrationId",
  action: "setting_action",
  mode: "setting_mode",
  limit: "setting_limit",
  freshForSeconds: "setting_freshForSeconds",
  mustReach: "setting_mustReach",
} as const;

/** What a setting of an automation or of a step is called; null for what is none. */
export function settingTitle(name: string, locale: Locale): string | null {
  const code = lookUp<(typeof settings)[keyof typeof settings]>(settings, name);
  return code === undefined ? null : screenText(code, {}, locale);
}

/**
 * A place within a step as people call it: `mapping.lines[0].sku` is "Lines 1 SKU", `freshForSeconds` the title of the
 * setting.
 * @param input what its action takes @param second the same of its second way
 */
export function placeInStep(
  path: string,
  { input, second, locale }: { input: Shape | null; second: Shape | null; locale: Locale },
): string {
  const [, inSecond] = /^mustReach\.otherwise\.?(.*)$/s.exec(path) ?? [];
  if (inSecond !== undefined) {
    if (inSecond === "") return screenText("setting_otherwise", {}, locale);
    const inner = placeInStep(inSecond, { input: second, second: null, locale });
    return screenText("setting_of_otherwise", { setting: withinSentence(inner, locale) }, locale);
  }
  const [head, ...inner] = parsePath(path);
  if (head === "mapping" && inner.length > 0) return titleOfPath(input, inner);
  return typeof head === "string" ? (settingTitle(head, locale) ?? toLabel(head)) : "";
}

/** A field of what a step's action takes, or another place in the step. @param field its path, without `mapping` */
export function inputTitle({ steps, reader }: Names, step: string, field: string): string {
  const [head] = parsePath(field);
  const isSetting = typeof head === "string" && settingTitle(head, reader.locale) !== null;
  const input = steps.get(step)?.input ?? null;
  const isOfInput = typeof head === "string" && input !== null && Object.hasOwn(input.fields, head);
  const path = isSetting && !isOfInput ? field : `mapping.${field}`;
  return placeInStep(path, { input, second: null, locale: reader.locale });
}

/** A place of an automation as the screen calls it: `steps[0].mapping.text` is "Step 1, text". */
export function placeTitle(
  path: string,
  getShapes: (step: number) => { input: Shape; second: Shape | null } | null,
  locale: Locale,
): string {
  const [, index, rest = ""] = /^steps\[(\d+)\]\.?(.*)$/s.exec(path) ?? [];
  if (index === undefined) {
    const [head] = parsePath(path);
    return typeof head === "string" ? (settingTitle(head, locale) ?? toLabel(head)) : "";
  }
  const step = screenText("setting_step", { number: Number(index) + 1 }, locale);
  if (rest === "") return step;
  const shapes = getShapes(Number(index)) ?? { input: null, second: null };
  return `${step}, ${placeInStep(rest, { ...shapes, locale })}`;
}
