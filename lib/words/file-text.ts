import type { Params } from "#lib/failures/message.ts";
import type { fileWords } from "./en/files.ts";
import type { Locale } from "./locale.ts";
import { render } from "./render.ts";

export type FileCode = keyof typeof fileWords;

/** A heading or a cell of a file for spreadsheets, in the language of whoever asked for it. */
export function fileText(code: FileCode, params: Params, locale: Locale): string {
  return render({ code, params }, locale);
}

/** All headings of such a file. */
export function headingText(codes: readonly FileCode[], params: Params, locale: Locale): string[] {
  return codes.map((code) => fileText(code, params, locale));
}
