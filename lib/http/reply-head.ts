import { storable } from "#lib/text.ts";

/** A header as it came: the name in lower case, the value without the spaces around it. */
type HeaderField = { name: string; value: string };

/**
 * The status code of a status line (RFC 9112 §4), or null. Beyond the standard, other letter cases of "HTTP", further
 * spaces, and a line without a reason are understood; three digits are demanded.
 * @param line without its end
 * @param isWhole false while the line's end is not there yet: then the code counts once a space follows it
 */
export function readStatus(line: string, isWhole: boolean): number | null {
  const match = /^HTTP\/\d{1,2}(?:\.\d{1,2})?[ \t]+(\d{3})(?:[ \t\r]|($))/i.exec(line);
  if (!match || (match[2] !== undefined && !isWhole)) return null;
  return Number(match[1]);
}

/** Whether connections are kept after this answer unless it says otherwise (RFC 9112 §9.3), beyond doubt. */
export function isKeptByDefault(statusLine: string): boolean {
  return statusLine.startsWith("HTTP/1.1 ");
}

/** Whether this may still become a status line, or is one. */
export function mayBeStatusLine(text: string): boolean {
  const start = text.slice(0, 5).toUpperCase();
  return "HTTP/".startsWith(start);
}

/** 1xx announces that the answer follows (RFC 9110 §15.2); after 101 another protocol would. */
export function isInformational(statusCode: number): boolean {
  return statusCode >= 100 && statusCode < 200 && statusCode !== 101;
}

/** A line as text: UTF-8 where it is, else Latin-1 (RFC 9110 §5.5); NUL, which Postgres cannot hold, is replaced. */
export function lineText(bytes: Buffer): string {
  const text = bytes.toString("utf8");
  const read = text.includes("\ufffd") ? bytes.toString("latin1") : text;
  return storable(read.replace(/\r+$/, "").replaceAll("\r", " "));
}

/**
 * Gathers header lines. What is not a header is left out, and a line that begins with a space continues the one before
 * (RFC 9112 §5.2); either makes the head doubtful.
 */
export class HeaderLines {
  readonly fields: HeaderField[] = [];
  /** Another reader might understand the head otherwise, so no second answer may be read after it. */
  isDoubtful = false;

  add(line: string): void {
    if (/^[ \t]/.test(line)) {
      this.isDoubtful = true;
      const last = this.fields.at(-1);
      if (last) last.value = `${last.value} ${line.trim()}`.trim();
      return;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon));
    if (!/^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/.test(name)) this.isDoubtful = true;
    const trimmed = name.trim().toLowerCase();
    if (trimmed === "") return;
    this.fields.push({ name: trimmed, value: line.slice(colon + 1).trim() });
  }

  /** All values of one name. */
  all(name: string): string[] {
    return this.fields.filter((field) => field.name === name).map(({ value }) => value);
  }
}

const maxHeaders = 64;
const maxHeaderCharacters = 16 * 1_024;

/** Headers as one string each (RFC 9110 §5.2), at most 64 and 16 KiB together; the rest is left out. */
export function keepHeaders(fields: readonly HeaderField[]): Record<string, string> {
  const kept = new Map<string, string>();
  let left = maxHeaderCharacters;
  for (const { name, value } of fields) {
    const before = kept.get(name);
    if (before === undefined && kept.size === maxHeaders) continue;
    const size = value.length + (before === undefined ? name.length : 2);
    if (size > left) continue;
    left -= size;
    kept.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  return Object.fromEntries(kept);
}
