import type { IncomingHttpHeaders } from "node:http";
import { StringDecoder } from "node:string_decoder";

const maxHeaders = 64;
const maxHeaderCharacters = 16 * 1_024;

/** Headers as one string each (RFC 9110 §5.2), lower-case, at most 64 and 16 KiB together; the rest is left out. */
export function keepHeaders(headers: IncomingHttpHeaders): Record<string, string> {
  const kept: [string, string][] = [];
  let left = maxHeaderCharacters;
  for (const [name, value] of Object.entries(headers)) {
    if (kept.length === maxHeaders) break;
    const text = Array.isArray(value) ? value.join(", ") : (value ?? "");
    const size = name.length + text.length;
    if (size > left) continue;
    left -= size;
    kept.push([name, text]);
  }
  return Object.fromEntries(kept);
}

/** Gathers a body, up to a number of bytes. */
export class BodyText {
  readonly #chunks: Buffer[] = [];
  #bytesLeft: number;
  #isCut = false;

  constructor(maxBytes: number) {
    this.#bytesLeft = maxBytes;
  }

  /** @returns false once there is more than is kept */
  add(chunk: Buffer): boolean {
    this.#isCut ||= chunk.length > this.#bytesLeft;
    const kept = this.#isCut ? chunk.subarray(0, this.#bytesLeft) : chunk;
    this.#bytesLeft -= kept.length;
    this.#chunks.push(kept);
    return !this.#isCut;
  }

  /** Bytes that are not UTF-8 become U+FFFD, and so does NUL, which a Postgres text cannot hold. */
  finish(): { body: string; bytes: Uint8Array; isBodyCut: boolean } {
    const bytes = Buffer.concat(this.#chunks);
    const decoder = new StringDecoder("utf8");
    // A character that the cut went through is left out.
    const text = decoder.write(bytes) + (this.#isCut ? "" : decoder.end());
    return { body: text.replaceAll("\0", "\ufffd"), bytes, isBodyCut: this.#isCut };
  }
}
