/** A text as Postgres can keep it: it takes neither NUL nor half a character. */
export function storable(text: string): string {
  return text.replaceAll("\0", "\ufffd").toWellFormed();
}
