import type { AppError, FieldError, FieldFault } from "#lib/errors.ts";
import { defaultLocale, type Locale } from "./locale.ts";
import { render } from "./render.ts";

/** What whoever asked reads of an error: the sentence, and what is wrong with which field. */
export function renderError(
  { said, fieldErrors }: AppError,
  locale: Locale = defaultLocale,
): { message: string; fieldErrors: FieldError[] } {
  return { message: render(said, locale), fieldErrors: renderFaults(fieldErrors, locale) };
}

function renderFaults(faults: readonly FieldFault[], locale: Locale): FieldError[] {
  return faults.map(({ path, message }) => ({
    path,
    message: typeof message === "string" ? message : render(message, locale),
  }));
}
