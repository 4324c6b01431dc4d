import { LineBuffer } from "./line-buffer.ts";

const maxLineBytes = 4 * 1_024;
const maxTrailerBytes = 16 * 1_024;
const lineFeed = 0x0a;

type State = "size" | "data" | "end of data" | "trailers" | "done" | "broken";

/** Takes a chunked body apart (RFC 9112 §7.1), however it is cut into pieces. Bare line feeds are understood. */
export class ChunkedBody {
  state: State = "size";
  readonly #line = new LineBuffer();
  #left = 0;
  #trailerBytes = 0;
  /** The last chunk was read; trailers may still come. */
  isWhole = false;

  /**
   * @param take gets the content; false = no more is wanted
   * @returns what follows the body
   */
  push(bytes: Buffer, take: (content: Buffer) => boolean): Buffer {
    let rest = bytes;
    while (rest.length > 0 && this.state !== "done" && this.state !== "broken") {
      if (this.state === "data") {
        const content = rest.subarray(0, this.#left);
        this.#left -= content.length;
        rest = rest.subarray(content.length);
        if (this.#left === 0) this.state = "end of data";
        if (!take(content)) return rest;
        continue;
      }
      const end = rest.indexOf(lineFeed);
      const part = end === -1 ? rest : rest.subarray(0, end);
      rest = end === -1 ? rest.subarray(rest.length) : rest.subarray(end + 1);
      this.#line.add(part);
      if (this.#line.length > maxLineBytes) this.state = "broken";
      else if (end !== -1) this.#readLine();
    }
    return rest;
  }

  #readLine(): void {
    const line = this.#line.bytes().toString("latin1").trim();
    this.#trailerBytes += this.#line.length;
    this.#line.clear();
    if (this.state === "end of data") {
      this.state = line === "" ? "size" : "broken";
    } else if (this.state === "trailers") {
      if (line === "") this.state = "done";
      else if (this.#trailerBytes > maxTrailerBytes) this.state = "broken";
    } else {
      const size = /^0*([0-9a-f]{1,12})[ \t]*(?:;.*)?$/i.exec(line)?.[1];
      this.#trailerBytes = 0;
      this.#left = size === undefined ? 0 : Number.parseInt(size, 16);
      this.isWhole = size !== undefined && this.#left === 0;
      this.state = size === undefined ? "broken" : this.isWhole ? "trailers" : "data";
    }
  }
}
