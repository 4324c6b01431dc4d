import type { Locale } from "#lib/words/locale.ts";
import { render, type StoredMessage } from "#lib/words/render.ts";

const longestSubject = 200;

/** A notice in the words of its reader: one line as the subject, and paragraphs parted by an empty line. */
export function noticeText(
  { code, params, further }: StoredMessage,
  locale?: Locale,
): { subject: string; body: string } {
  const subject = render({ code: `${code}_subject`, params }, locale)
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, longestSubject);
  const said = [{ code, params }, ...(further ?? [])].map((message) => render(message, locale));
  return { subject, body: said.reduce(joined) };
}

/** What ends in a colon leads on to the next; anything else is a paragraph. */
function joined(before: string, next: string): string {
  return `${before}${before.endsWith(":") ? " " : "\n\n"}${next}`;
}
