import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import type { Connection } from "./connection.ts";
import { explainExchangeError } from "./explain-failure.ts";
import type { SocketSetup } from "./open-socket.ts";
import { OutboundFailure, type UrlProblem } from "./outbound-error.ts";
import { BodyText, keepHeaders } from "./reply-parts.ts";

export type ExchangeAnswer = {
  statusCode: number;
  headers: Record<string, string>;
  /** UTF-8, what is not is replaced; at most `maxResponseBytes` of it. */
  body: string;
  /** The same as it came, packed where it was. */
  bytes: Uint8Array;
  isBodyCut: boolean;
};

export type ExchangeResult = {
  outcome: { ok: true; answer: ExchangeAnswer } | { ok: false; failure: OutboundFailure | UrlProblem };
  /** null where a connection was used again. */
  setup: SocketSetup | null;
  /** From the request sent to the first byte of the answer; null where none came. */
  firstByteMs: number | null;
  /** The connection is good for another exchange. */
  isConnectionFree: boolean;
  /** The peer closed a connection that was used again, before a byte of answer: most likely it had been idle too long. */
  wasStale: boolean;
};

type ExchangeInput = {
  connection: Connection;
  request: Dispatcher.DispatchOptions;
  maxResponseBytes: number;
  /** What is left of the deadline. */
  timeoutMs: number;
  /** What the deadline was from the start, for the message. */
  statedTimeoutMs: number;
};

/** One request over one connection. Never rejects. */
export function runExchange(input: ExchangeInput): Promise<ExchangeResult> {
  return new Promise((resolve) => {
    input.connection.client.dispatch(input.request, new ExchangeHandler(input, resolve));
  });
}

class ExchangeHandler implements Dispatcher.DispatchHandler {
  readonly #input: ExchangeInput;
  readonly #resolve: (result: ExchangeResult) => void;
  readonly #timer: NodeJS.Timeout;
  readonly #body: BodyText;
  #isSettled = false;
  #setup: SocketSetup | null = null;
  #sentAt: number | null = null;
  #firstByteAt: number | null = null;
  #statusCode: number | null = null;
  #headers: Record<string, string> = {};

  constructor(input: ExchangeInput, resolve: (result: ExchangeResult) => void) {
    this.#input = input;
    this.#resolve = resolve;
    this.#body = new BodyText(input.maxResponseBytes);
    this.#timer = setTimeout(() => this.#expire(), Math.max(0, input.timeoutMs));
  }

  onRequestStart(): void {
    this.#sentAt = performance.now();
    this.#setup = this.#input.connection.claimSetup();
  }

  onResponseStarted(): void {
    this.#firstByteAt ??= performance.now();
  }

  onResponseStart(_: Dispatcher.DispatchController, statusCode: number, headers: IncomingHttpHeaders): void {
    // 1xx announces, the answer follows (RFC 9110 §15.2).
    if (this.#isSettled || statusCode < 200) return;
    this.#statusCode = statusCode;
    this.#headers = keepHeaders(headers);
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    if (!this.#isSettled && !this.#body.add(chunk)) this.#succeed(false);
  }

  onResponseEnd(): void {
    this.#succeed(true);
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    this.#fail(explainExchangeError(error, this.#firstByteAt !== null));
  }

  #expire(): void {
    const limit = `within ${Number((this.#input.statedTimeoutMs / 1_000).toFixed(1))} s`;
    const message =
      this.#sentAt === null
        ? `No connection to the endpoint could be made ${limit}.`
        : this.#statusCode === null
          ? `The endpoint did not answer ${limit}.`
          : `The endpoint began to answer (${this.#statusCode}) but did not finish ${limit}.`;
    this.#fail(new OutboundFailure("timeout", message));
  }

  #succeed(isConnectionFree: boolean): void {
    if (this.#statusCode === null) return;
    const answer = { statusCode: this.#statusCode, headers: this.#headers, ...this.#body.finish() };
    this.#settle({ ok: true, answer }, { isConnectionFree, wasStale: false });
  }

  #fail(failure: OutboundFailure | UrlProblem): void {
    const wasReused = this.#sentAt !== null && this.#setup === null;
    const wasStale = wasReused && this.#firstByteAt === null && failure.failureCode === "connection_reset";
    this.#settle({ ok: false, failure }, { isConnectionFree: false, wasStale });
  }

  #settle(
    outcome: ExchangeResult["outcome"],
    connectionState: Pick<ExchangeResult, "isConnectionFree" | "wasStale">,
  ): void {
    if (this.#isSettled) return;
    this.#isSettled = true;
    clearTimeout(this.#timer);
    this.#resolve({
      outcome,
      // Where no request was sent, what is known of the connection that failed.
      setup: this.#setup ?? this.#input.connection.claimSetup(),
      firstByteMs:
        this.#sentAt === null || this.#firstByteAt === null ? null : this.#firstByteAt - this.#sentAt,
      ...connectionState,
    });
  }
}
