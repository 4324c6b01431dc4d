import { storable } from "#lib/text.ts";

/**
 * The text of a body. UTF-8 unless a byte order mark says UTF-16; marks before the text are left out, also several of
 * them and between blank lines, as they come of settings files that an editor saved with one. What is not in the coding
 * becomes U+FFFD, and so does NUL, which a Postgres text cannot hold.
 */
export function decodeText(bytes: Uint8Array): string {
  const [first, second] = bytes;
  const label =
    first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  const text = new TextDecoder(label).decode(bytes);
  return storable(withoutMarks(text));
}

function withoutMarks(text: string): string {
  const start = text.length - text.trimStart().length;
  const lastMark = text.slice(0, start).lastIndexOf("\ufeff");
  return text.slice(lastMark + 1);
}
