import { setImmediate as nextTurn } from "node:timers/promises";
import type { Flaw } from "#lib/failures/attempt-failures.ts";
import { bodyText } from "./body-text.ts";
import type { Connection, ConnectionReader } from "./connection.ts";
import { explainExchangeError, internalFailure } from "./explain-failure.ts";
import type { SocketSetup } from "./open-socket.ts";
import { OutboundError } from "./outbound-error.ts";
import { type EarlyEnd, type ReadReply, ReplyReader } from "./reply-reader.ts";
import { writeRequestHead } from "./request-head.ts";
import type { Target } from "./target.ts";

export type ExchangeAnswer = {
  statusCode: number;
  headers: Record<string, string>;
  /** UTF-8, what is not is replaced; at most `maxResponseBytes` of it. */
  body: string;
  /** The same as it came, packed where it was. */
  bytes: Uint8Array;
  isBodyCut: boolean;
  /** The end of the body never came: the connection broke, or the deadline passed. */
  isBodyBroken: boolean;
  /** What is wrong with what followed the status line. */
  flaw: Flaw | null;
};

export type ExchangeResult = {
  outcome: { ok: true; answer: ExchangeAnswer } | { ok: false; error: OutboundError };
  /** null where a connection was used again. */
  setup: SocketSetup | null;
  /** From the request sent to the first byte of the answer; null where none came. */
  firstByteMs: number | null;
  /** For how long the connection may wait for another exchange; 0 = it is spent. */
  idleMs: number;
  /** A kept connection was closed by the endpoint in place of an answer. */
  isLost: boolean;
  /** A kept connection turned out to be closed, and repeating the request does nothing twice. */
  isUnprocessed: boolean;
};

type ExchangeInput = {
  connection: Connection;
  request: {
    method: string;
    /** Of this request: a kept connection knows the address of the first one only. */
    target: Target;
    headers: Readonly<Record<string, string>>;
    body: string | Uint8Array | undefined;
  };
  maxResponseBytes: number;
  /** What is left of the deadline. */
  timeoutMs: number;
  /** What the deadline was from the start, for the merchant. */
  statedTimeoutMs: number;
};

/** For the line that ends a chunked body, once all of the body is there. */
const lastLineMs = 200;
const idleTimeoutMs = 1_500;
/** Where the endpoint says how long it waits: less than that, so that it does not close under the next request. */
const idleMarginMs = 1_000;
const maxIdleTimeoutMs = 10_000;

/** One request over one connection. Never rejects. */
export function runExchange(input: ExchangeInput): Promise<ExchangeResult> {
  return new Promise((resolve) => void new Exchange(input, resolve).run());
}

class Exchange implements ConnectionReader {
  readonly #input: ExchangeInput;
  readonly #resolve: (result: ExchangeResult) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #reader: ReplyReader;
  readonly #isReused: boolean;
  #lastLineTimer: NodeJS.Timeout | undefined;
  #isSettled = false;
  #isRequestWritten = false;
  #sentAt: number | null = null;
  #firstByteAt: number | null = null;

  constructor(input: ExchangeInput, resolve: (result: ExchangeResult) => void) {
    this.#input = input;
    this.#resolve = resolve;
    this.#isReused = input.connection.isOpen;
    this.#reader = new ReplyReader({ method: input.request.method, maxBodyBytes: input.maxResponseBytes });
    this.#timer = setTimeout(() => this.#expire(), Math.max(0, input.timeoutMs));
  }

  async run(): Promise<void> {
    const { connection, request } = this.#input;
    try {
      const head = writeRequestHead(request);
      if (this.#isReused) await this.#awaitNews();
      else await connection.open();
      if (this.#isSettled) return;
      connection.lendTo(this);
      this.#sentAt = performance.now();
      connection.write(head, request.body, () => {
        this.#isRequestWritten = true;
      });
    } catch (error) {
      this.#fail(explainExchangeError(error, false));
    }
  }

  /** A close that is under way is seen before the request is written: after two turns of the loop it was looked for. */
  async #awaitNews(): Promise<void> {
    await nextTurn();
    await nextTurn();
    if (!this.#input.connection.isOpen) throw closedUnused();
  }

  onData(bytes: Buffer): void {
    // What follows the answer would be taken for the next one.
    if (this.#isSettled) {
      this.#input.connection.destroy();
      return;
    }
    this.#firstByteAt ??= performance.now();
    this.#reader.push(bytes);
    if (this.#reader.isDone) this.#conclude();
    else if (this.#reader.isBodyWhole) {
      this.#lastLineTimer ??= setTimeout(() => this.#endEarly("ended"), lastLineMs);
    }
  }

  onEnd(): void {
    this.#endEarly("ended");
  }

  onError(error: Error): void {
    if (this.#isSettled) return;
    this.#reader.end("broken");
    const result = this.#reader.result();
    // Without an answer the reader knows only that the connection ended, and the error may know why.
    const isExplained = result && ("statusCode" in result || result.problem.code === "protocol");
    if (isExplained) this.#conclude();
    else this.#fail(explainExchangeError(error, this.#firstByteAt !== null));
  }

  #endEarly(how: EarlyEnd): void {
    if (this.#isSettled) return;
    this.#reader.end(how);
    this.#conclude();
  }

  #expire(): void {
    const deadlineSeconds = Number((this.#input.statedTimeoutMs / 1_000).toFixed(1));
    if (this.#sentAt !== null) this.#endEarly({ deadlineSeconds });
    else {
      const params = { reason: "no_connection", seconds: deadlineSeconds } as const;
      this.#fail(new OutboundError({ code: "timeout", params }));
    }
  }

  #conclude(): void {
    const result = this.#reader.result();
    if (!result) this.#fail(internalFailure(new Error("An answer was read to no result.")));
    else if ("statusCode" in result) this.#succeed(result);
    else this.#fail(new OutboundError(result.problem));
  }

  #succeed({ headers, bytes, ...read }: ReadReply): void {
    const answer = { ...read, headers, bytes, body: bodyText(bytes, read.isBodyCut) };
    const isFree = this.#reader.isReusable && this.#isRequestWritten && this.#input.connection.isOpen;
    // 408 says that no whole request came: the endpoint had grown tired of waiting for one (RFC 9110 §15.5.9).
    const isUnprocessed = this.#isReused && read.statusCode === 408;
    this.#settle(
      { ok: true, answer },
      { idleMs: isFree ? readIdleMs(headers) : 0, isLost: false, isUnprocessed },
    );
  }

  #fail(error: OutboundError): void {
    const wasClosed =
      this.#isReused && this.#firstByteAt === null && error.failure.code === "connection_reset";
    const isLost = wasClosed && this.#sentAt !== null;
    const isSafe = this.#input.request.method === "GET" || this.#input.request.method === "HEAD";
    // What has left this machine may have arrived, whatever came back (RFC 9110 §9.2.2).
    const isUnprocessed = wasClosed && (isSafe || !this.#isRequestWritten);
    this.#settle({ ok: false, error }, { idleMs: 0, isLost, isUnprocessed });
  }

  #settle(
    outcome: ExchangeResult["outcome"],
    state: Pick<ExchangeResult, "idleMs" | "isLost" | "isUnprocessed">,
  ): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#lastLineTimer);
    const wasAnswered = this.#sentAt !== null && this.#firstByteAt !== null;
    this.#resolve({
      outcome,
      setup: this.#isReused ? null : this.#input.connection.setup,
      firstByteMs: wasAnswered ? (this.#firstByteAt ?? 0) - (this.#sentAt ?? 0) : null,
      ...state,
    });
  }
}

function closedUnused(): OutboundError {
  return new OutboundError({ code: "connection_reset", params: { reason: "kept" } });
}

/** `Keep-Alive: timeout=5` (RFC 2068 §19.7.1) says after how many seconds the endpoint closes the connection. */
function readIdleMs(headers: Record<string, string>): number {
  const seconds = /(?:^|[,\s])timeout=(\d{1,6})/i.exec(headers["keep-alive"] ?? "")?.[1];
  if (seconds === undefined) return idleTimeoutMs;
  return Math.min(maxIdleTimeoutMs, Number(seconds) * 1_000 - idleMarginMs);
}
