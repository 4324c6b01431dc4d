import type { Message } from "#lib/failures/message.ts";
import { readIssueMessage } from "#lib/issue-message.ts";
import { forms as t } from "#lib/words/en/screens/forms.ts";
import { isScreenCode, screenText } from "#lib/words/screen-text.ts";
import { readerLocale } from "#lib/words/texts/reader-locale.ts";

/** What a schema says of a field, in words; what the server refused is in words already. */
export function toldProblem(message: string): string {
  const said = readIssueMessage(message);
  if (typeof said === "string") return said;
  const { code, params } = said;
  return isScreenCode(code)
    ? screenText(code, shownParams(params), readerLocale())
    : t("told_problem_refused");
}

function shownParams(params: Message["params"]): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]));
}
