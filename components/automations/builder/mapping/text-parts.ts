import type { Source } from "#lib/automations/mapping/mapping-schema.ts";

/** A text as it is edited: what is typed, and fields within it. */
export type TextPart = string | Source;
export type GetLabel = (source: Source) => string;

/** Parts as one text: a field stands in brackets, `[Order number]`. */
export function shownText(parts: readonly TextPart[], getLabel: GetLabel): string {
  return parts.map((part) => shownPart(part, getLabel)).join("");
}

export function shownPart(part: TextPart, getLabel: GetLabel): string {
  return typeof part === "string" ? part : `[${getLabel(part)}]`;
}

type Edited = { parts: TextPart[]; caret: number };

/**
 * What an edit of the shown text makes of the parts. Fields are known by their place, never by their name: what is typed
 * in brackets stays a text. A field of which a character is deleted is gone as a whole, and what is typed into one stands
 * after it.
 * @param text the whole text after the edit @param caret where the edit ended
 */
export function applyTextEdit(
  parts: readonly TextPart[],
  getLabel: GetLabel,
  { text, caret }: { text: string; caret: number },
): Edited {
  const before = shownText(parts, getLabel);
  const changed = changedRange(before, text, caret);
  const spans = toSpans(parts, getLabel);
  const inside = spans.find(
    ({ part, start, end }) => typeof part !== "string" && start < changed.start && changed.end < end,
  );
  const isInsertion = changed.start === changed.end;
  if (isInsertion && inside !== undefined) {
    return spliceText(spans, { start: inside.end, end: inside.end }, changed.typed);
  }
  const touched = spans.filter(
    ({ part, start, end }) => typeof part !== "string" && start < changed.end && changed.start < end,
  );
  const start = Math.min(changed.start, ...touched.map((span) => span.start));
  const end = Math.max(changed.end, ...touched.map((span) => span.end));
  return spliceText(spans, { start, end }, changed.typed);
}

/** Puts a field where the caret is, in place of what is selected. */
export function insertSource(
  parts: readonly TextPart[],
  getLabel: GetLabel,
  selection: { start: number; end: number },
  source: Source,
): Edited {
  const spans = toSpans(parts, getLabel);
  const touched = spans.filter(
    ({ part, start, end }) => typeof part !== "string" && start < selection.end && selection.start < end,
  );
  const [around] = touched;
  if (selection.start === selection.end && around !== undefined) {
    return spliceText(spans, { start: around.end, end: around.end }, source, getLabel);
  }
  const start = Math.min(selection.start, ...touched.map((span) => span.start));
  const end = Math.max(selection.end, ...touched.map((span) => span.end));
  return spliceText(spans, { start, end }, source, getLabel);
}

type Span = { part: TextPart; start: number; end: number };

function toSpans(parts: readonly TextPart[], getLabel: GetLabel): Span[] {
  let end = 0;
  return parts.map((part) => {
    const start = end;
    end += shownPart(part, getLabel).length;
    return { part, start, end };
  });
}

/** The one range of the old text that another text took the place of. */
function changedRange(before: string, after: string, caret: number) {
  const tail = after.length - caret;
  const isAtCaret = caret <= after.length && before.length >= tail && before.endsWith(after.slice(caret));
  const kept = isAtCaret ? tail : commonSuffix(before, after);
  const most = Math.min(before.length, after.length) - kept;
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  return { start, end: before.length - kept, typed: after.slice(start, after.length - kept) };
}

function commonSuffix(one: string, other: string): number {
  let length = 0;
  const most = Math.min(one.length, other.length);
  while (length < most && one.at(-1 - length) === other.at(-1 - length)) length += 1;
  return length;
}

function spliceText(
  spans: readonly Span[],
  { start, end }: { start: number; end: number },
  inserted: TextPart,
  getLabel: GetLabel = () => "",
): Edited {
  const left = spans.flatMap((span) => cut(span, 0, start));
  const right = spans.flatMap((span) => cut(span, end, Number.POSITIVE_INFINITY));
  const caret = start + shownPart(inserted, getLabel).length;
  return { parts: joined([...left, inserted, ...right]), caret };
}

/** What of a span lies within a range; a field is in it or not. */
function cut({ part, start, end }: Span, from: number, to: number): TextPart[] {
  if (end <= from || start >= to) return [];
  if (typeof part !== "string") return start >= from && end <= to ? [part] : [];
  return [part.slice(Math.max(0, from - start), Math.max(0, to - start))];
}

/** Neighbouring texts are one, and empty ones none. */
export function joined(parts: readonly TextPart[]): TextPart[] {
  const made: TextPart[] = [];
  for (const part of parts) {
    const last = made.at(-1);
    if (typeof part === "string" && typeof last === "string") made[made.length - 1] = last + part;
    else if (part !== "") made.push(part);
  }
  return made;
}
