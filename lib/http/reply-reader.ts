import type { Flaw, OutboundFailure } from "#lib/failures/attempt-failures.ts";
import { type BodyFraming, readFraming } from "./body-framing.ts";
import { ChunkedBody } from "./chunked-body.ts";
import { explainGarbage } from "./explain-garbage.ts";
import { LineBuffer } from "./line-buffer.ts";
import {
  HeaderLines,
  isInformational,
  isKeptByDefault,
  keepHeaders,
  lineText,
  mayBeStatusLine,
  readStatus,
} from "./reply-head.ts";

const maxHeadBytes = 64 * 1_024;
const lineFeed = 0x0a;
/** What is looked at where no status line begins. */
const garbageBytes = 64;

/** How the reading came to an end before the answer did. */
export type EarlyEnd =
  /** The endpoint sends nothing more. */
  | "ended"
  /** The connection broke. */
  | "broken"
  | { deadlineSeconds: number };

export type ReadReply = {
  statusCode: number;
  headers: Record<string, string>;
  bytes: Buffer;
  /** There is more of the body than is kept. */
  isBodyCut: boolean;
  /** The end of the body never came. */
  isBodyBroken: boolean;
  /** What is wrong with what came after the status line. */
  flaw: Flaw | null;
};

/** Why there is no answer. */
type NoAnswer = Extract<OutboundFailure, { code: "protocol" | "connection_reset" | "timeout" }>;

/**
 * Reads one answer to one request out of the bytes of a connection, in whatever pieces they come. Once a final status
 * line is there it counts, whatever follows. Never throws.
 */
export class ReplyReader {
  readonly #method: string;
  readonly #maxBodyBytes: number;
  #part: "status" | "headers" | "body" | "done" = "status";
  readonly #line = new LineBuffer();
  #isStatusLine = false;
  #headBytes = 0;
  #statusCode: number | null = null;
  #statusLine = "";
  #announced: number | null = null;
  #headers = new HeaderLines();
  #framing: BodyFraming = { kind: "close", flaw: null, isSure: false };
  #chunked = new ChunkedBody();
  #body: Buffer[] = [];
  #bodyBytes = 0;
  #isBodyCut = false;
  #isBodyBroken = false;
  #flaw: Flaw | null = null;
  #problem: NoAnswer | null = null;
  #hasFurtherBytes = false;

  constructor({ method, maxBodyBytes }: { method: string; maxBodyBytes: number }) {
    this.#method = method;
    this.#maxBodyBytes = maxBodyBytes;
  }

  /** Nothing more is wanted of the connection. */
  get isDone(): boolean {
    return this.#part === "done";
  }

  /** The body is there, though the connection is not yet free of the answer. */
  get isBodyWhole(): boolean {
    return this.#part === "done" || (this.#part === "body" && this.#chunked.isWhole);
  }

  /** Another answer can be read from the same connection, without doubt as to where it begins. */
  get isReusable(): boolean {
    const isClosing = this.#headers
      .all("connection")
      .some((value) => /(?:^|,)\s*close\s*(?:,|$)/i.test(value));
    return (
      this.isDone &&
      this.#framing.isSure &&
      !this.#headers.isDoubtful &&
      !this.#isBodyCut &&
      !this.#hasFurtherBytes &&
      isKeptByDefault(this.#statusLine) &&
      !isClosing
    );
  }

  push(bytes: Buffer): void {
    let rest = bytes;
    while (rest.length > 0 && this.#part !== "done") {
      rest = this.#part === "body" ? this.#readBody(rest) : this.#readHead(rest);
    }
    if (rest.length > 0) this.#hasFurtherBytes = true;
  }

  /** Ends the reading where it stands. */
  end(how: EarlyEnd): void {
    if (this.#statusCode === null && this.#problem === null) this.#endWithoutStatus(how);
    else if (this.#part === "headers")
      this.#finish(lateFlaw(how) ?? { code: "flaw_cut_in_headers", params: {} }, true);
    else if (this.#part === "body" && !this.#chunked.isWhole && !this.#isEndedByClose(how)) {
      this.#finish(lateFlaw(how) ?? { code: "flaw_cut_in_body", params: {} }, true);
    }
    this.#part = "done";
  }

  /** The answer, or why there is none; null while neither is known. */
  result(): ReadReply | { problem: NoAnswer } | null {
    if (this.#statusCode === null) return this.#problem && { problem: this.#problem };
    return {
      statusCode: this.#statusCode,
      headers: keepHeaders(this.#headers.fields),
      bytes: Buffer.concat(this.#body),
      isBodyCut: this.#isBodyCut,
      isBodyBroken: this.#isBodyBroken,
      flaw: this.#flaw ?? this.#framing.flaw,
    };
  }

  #readHead(bytes: Buffer): Buffer {
    const end = bytes.indexOf(lineFeed);
    const piece = end === -1 ? bytes : bytes.subarray(0, end);
    this.#line.add(piece);
    this.#headBytes += piece.length + 1;
    const rest = end === -1 ? bytes.subarray(bytes.length) : bytes.subarray(end + 1);
    if (this.#part === "status" && this.#isGarbage(end !== -1)) {
      this.#refuse(garbage(this.#line.bytes()));
    } else if (end !== -1) {
      const line = lineText(this.#line.bytes());
      this.#line.clear();
      this.#isStatusLine = false;
      if (this.#part === "status") this.#readStatusLine(line);
      else if (line.trim() === "") this.#endHead();
      else this.#headers.add(line);
    }
    if (this.#part !== "done" && this.#part !== "body" && this.#headBytes > maxHeadBytes)
      this.#refuseLength();
    return rest;
  }

  /** Whether it is certain that what came is not a status line, and enough of it is there to say what it is. */
  #isGarbage(isWholeLine: boolean): boolean {
    if (this.#isStatusLine) return false;
    const text = this.#line.bytes().toString("latin1").trimStart();
    if (text === "" || mayBeStatusLine(text)) {
      this.#isStatusLine = text.length >= 5;
      return false;
    }
    return isWholeLine || this.#line.length >= garbageBytes;
  }

  #readStatusLine(line: string): void {
    if (line.trim() === "") return;
    const statusCode = readStatus(line.trimStart(), true);
    if (statusCode === null) {
      const shown = line.replaceAll(/[^\x20-\x7e]/g, "?").slice(0, 60);
      this.#refuse({ code: "protocol", params: { reason: "status_line", line: shown } });
      return;
    }
    this.#statusLine = line;
    if (isInformational(statusCode)) this.#announced = statusCode;
    else this.#statusCode = statusCode;
    this.#part = "headers";
  }

  #endHead(): void {
    if (this.#statusCode === null) {
      this.#headers = new HeaderLines();
      this.#part = "status";
      return;
    }
    this.#framing = readFraming({
      method: this.#method,
      statusCode: this.#statusCode,
      headers: this.#headers,
    });
    const isEmpty = this.#framing.kind === "length" && this.#framing.length === 0;
    this.#part = this.#framing.kind === "none" || isEmpty ? "done" : "body";
  }

  #refuseLength(): void {
    if (this.#statusCode === null && this.#part === "status") this.#takeUnfinishedStatus(false);
    if (this.#statusCode !== null) {
      this.#finish({ code: "flaw_headers_too_long", params: { maxKib: maxHeadBytes / 1_024 } }, true);
      return;
    }
    this.#refuse({ code: "protocol", params: { reason: "too_long" } });
  }

  #readBody(bytes: Buffer): Buffer {
    if (this.#framing.kind === "chunked") {
      const rest = this.#chunked.push(bytes, (content) => this.#keep(content));
      if (this.#isBodyCut || this.#chunked.state === "done") this.#part = "done";
      else if (this.#chunked.state === "broken") {
        const isWhole = this.#chunked.isWhole;
        this.#finish(isWhole ? null : { code: "flaw_chunks_unreadable", params: {} }, !isWhole);
      }
      return rest;
    }
    const left = this.#framing.kind === "length" ? this.#framing.length - this.#bodyBytes : bytes.length;
    const content = bytes.subarray(0, left);
    const isWanted = this.#keep(content);
    if (!isWanted || (content.length === left && this.#framing.kind === "length")) this.#part = "done";
    return bytes.subarray(content.length);
  }

  /** @returns false once there is more than is kept */
  #keep(content: Buffer): boolean {
    const kept = content.subarray(0, Math.max(0, this.#maxBodyBytes - this.#bodyBytes));
    if (kept.length > 0) this.#body.push(kept);
    this.#bodyBytes += content.length;
    this.#isBodyCut = this.#bodyBytes > this.#maxBodyBytes;
    return !this.#isBodyCut;
  }

  #finish(flaw: Flaw | null, isBodyBroken: boolean): void {
    this.#flaw = flaw;
    this.#isBodyBroken = isBodyBroken;
    this.#framing = { ...this.#framing, isSure: false };
    this.#part = "done";
  }

  #isEndedByClose(how: EarlyEnd): boolean {
    return this.#framing.kind === "close" && how === "ended";
  }

  #endWithoutStatus(how: EarlyEnd): void {
    const text = this.#part === "status" ? this.#line.bytes().toString("latin1").trimStart() : "";
    if (text !== "") this.#takeUnfinishedStatus(true);
    if (this.#statusCode !== null)
      this.#finish(lateFlaw(how) ?? { code: "flaw_cut_in_first_line", params: {} }, true);
    else if (text === "" || mayBeStatusLine(text)) this.#refuse(noAnswer(how, text, this.#announced));
    else this.#refuse(garbage(this.#line.bytes()));
  }

  #refuse(problem: NoAnswer): void {
    this.#problem = problem;
    this.#part = "done";
  }

  /** The code of a status line whose end has not come, where the code itself is whole: nothing follows, or a space did. */
  #takeUnfinishedStatus(isAll: boolean): void {
    const statusCode = readStatus(this.#line.bytes().toString("latin1").trimStart(), isAll);
    if (statusCode !== null && !isInformational(statusCode)) this.#statusCode = statusCode;
  }
}

function garbage(bytes: Buffer): NoAnswer {
  return explainGarbage(bytes.subarray(0, garbageBytes));
}

/** @param started what is there of the answer's first line */
function noAnswer(how: EarlyEnd, started: string, announced: number | null): NoAnswer {
  if (typeof how === "object") {
    return { code: "timeout", params: { reason: "no_answer", seconds: how.deadlineSeconds, announced } };
  }
  return started === ""
    ? { code: "connection_reset", params: { reason: "no_answer", announced } }
    : { code: "connection_reset", params: { reason: "first_line" } };
}

function lateFlaw(how: EarlyEnd): Flaw | null {
  return typeof how === "object" ? { code: "flaw_late", params: { seconds: how.deadlineSeconds } } : null;
}
