import { StringDecoder } from "node:string_decoder";
import { storable } from "#lib/text.ts";

/**
 * A body as text, read as UTF-8: what is not becomes U+FFFD, and so does NUL, which a Postgres text cannot hold. A
 * character that the cut went through is left out.
 */
export function bodyText(bytes: Buffer, isCut: boolean): string {
  const decoder = new StringDecoder("utf8");
  const text = decoder.write(bytes) + (isCut ? "" : decoder.end());
  return storable(text);
}
