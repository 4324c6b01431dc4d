import { causeWords } from "./en/causes.ts";
import { comparisonWords } from "./en/comparisons.ts";
import { connectOutcomeWords } from "./en/connect-outcomes.ts";
import { formFieldWords } from "./en/form-fields.ts";
import { settingWords } from "./en/settings.ts";
import { transformWords } from "./en/transforms.ts";
import type { Locale } from "./locale.ts";
import { findMessage } from "./texts/translations.ts";

/**
 * The part of the catalogue that a browser loads. Its patterns name their arguments and no more (a test holds them to
 * it), so that they need no parser there.
 */
export const screenWords = {
  ...causeWords,
  ...connectOutcomeWords,
  ...comparisonWords,
  ...settingWords,
  ...transformWords,
  ...formFieldWords,
};
export type ScreenCode = keyof typeof screenWords;

export function isScreenCode(code: string): code is ScreenCode {
  return Object.hasOwn(screenWords, code);
}

export function screenText(
  code: ScreenCode,
  params: Readonly<Record<string, string | number>>,
  locale: Locale,
): string {
  return (findMessage(locale, code) ?? screenWords[code]).replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(params, name) ? String(params[name]) : whole,
  );
}
