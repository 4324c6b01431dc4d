import type { OutboundFailure } from "#lib/failures/attempt-failures.ts";
import { ConnectionPool } from "./connection-pool.ts";
import type { Dial } from "./dial.ts";
import { type ExchangeAnswer, type ExchangeResult, runExchange } from "./exchange.ts";
import { createSocketOpener } from "./open-socket.ts";
import { UrlProblem } from "./outbound-error.ts";
import { createResolver, type Lookup } from "./resolve.ts";
import { parseTarget, type Target } from "./target.ts";

export type OutboundRequest = {
  method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  url: string;
  /** Those of the message itself; host, content-length and connection are the client's, accept and user-agent by default. */
  headers: Record<string, string>;
  body?: string | Uint8Array;
  /** From the look-up of the name to the last byte of the body. */
  timeoutMs: number;
  /** Default 16 KiB. What goes beyond is not read, and the exchange counts as complete. */
  maxResponseBytes?: number;
  /** Goes over a connection of its own, which no endpoint may have grown tired of. */
  isSentOnce?: boolean;
};

/** In ms. The first three are null where a connection was used again, or not reached. */
export type OutboundTiming = {
  dnsMs: number | null;
  connectMs: number | null;
  tlsMs: number | null;
  /** From the request sent to the first byte of the answer. */
  firstByteMs: number | null;
  totalMs: number;
};

export type OutboundReply =
  | ({ ok: true; timing: OutboundTiming } & ExchangeAnswer)
  | {
      ok: false;
      failure: OutboundFailure;
      timing: OutboundTiming;
      /** For the log only. */
      cause?: unknown;
    };

export type OutboundClient = {
  /** Never rejects: an endpoint that fails is an outcome. Any status is an answer; redirects are not followed. */
  send: (request: OutboundRequest) => Promise<OutboundReply>;
  /** Takes no more requests, and resolves once those under way have ended. */
  close: () => Promise<void>;
};

type OutboundClientOptions = {
  /** `host` or `host:port`, exempt from the rules on scheme, port and address. */
  allowHosts: readonly string[];
  lookup?: Lookup;
  dnsTimeoutMs?: number;
  dial?: Dial;
  /** Certificates in PEM to trust instead of the system's. */
  ca?: string;
};

/** What is kept of an answer where the caller names no other bound. */
export const defaultMaxResponseBytes = 16 * 1_024;

/** The one client for every URL that a merchant supplied. Make one for the process: it keeps connections. */
export function createOutboundClient(options: OutboundClientOptions): OutboundClient {
  const { allowHosts, lookup, dnsTimeoutMs, dial, ca } = options;
  const resolve = createResolver({ lookup, timeoutMs: dnsTimeoutMs });
  const pool = new ConnectionPool(createSocketOpener({ resolve, dial, ca }));
  const underWay = new Set<Promise<OutboundReply>>();
  let isClosed = false;

  async function deliver(request: OutboundRequest): Promise<OutboundReply> {
    const startedAt = performance.now();
    let target: Target;
    try {
      target = parseTarget(request.url, { allowHosts });
    } catch (error) {
      if (!(error instanceof UrlProblem)) throw error;
      return toReply({ outcome: { ok: false, error }, setup: null, firstByteMs: null }, startedAt);
    }
    const connection = request.isSentOnce ? pool.open(target) : pool.take(target);
    const first = await exchange(connection, target, request, startedAt);
    if (!first.isUnprocessed) return toReply(first, startedAt);
    return toReply(await exchange(pool.open(target), target, request, startedAt), startedAt);
  }

  async function exchange(
    connection: ReturnType<ConnectionPool["open"]>,
    target: Target,
    request: OutboundRequest,
    startedAt: number,
  ): Promise<ExchangeResult> {
    const result = await runExchange({
      connection,
      request: { method: request.method, target, headers: request.headers, body: request.body },
      maxResponseBytes: request.maxResponseBytes ?? defaultMaxResponseBytes,
      timeoutMs: request.timeoutMs - (performance.now() - startedAt),
      statedTimeoutMs: request.timeoutMs,
    });
    if (result.isLost) pool.distrust(connection.target);
    if (result.idleMs > 0 && !isClosed) pool.giveBack(connection, result.idleMs);
    else connection.destroy();
    return result;
  }

  return {
    async send(request) {
      if (isClosed) return closedReply();
      const reply = deliver(request);
      underWay.add(reply);
      return reply.finally(() => underWay.delete(reply));
    },
    async close() {
      isClosed = true;
      pool.closeIdle();
      await Promise.allSettled(underWay);
    },
  };
}

function toReply(
  result: Pick<ExchangeResult, "outcome" | "setup" | "firstByteMs">,
  startedAt: number,
): OutboundReply {
  const { outcome, setup } = result;
  const timing = {
    dnsMs: roundMs(setup?.dnsMs ?? null),
    connectMs: roundMs(setup?.connectMs ?? null),
    tlsMs: roundMs(setup?.tlsMs ?? null),
    firstByteMs: roundMs(result.firstByteMs),
    totalMs: roundMs(performance.now() - startedAt),
  };
  if (outcome.ok) return { ok: true, timing, ...outcome.answer };
  const { failure, cause } = outcome.error;
  return { ok: false, failure, timing, cause };
}

function closedReply(): OutboundReply {
  const timing = { dnsMs: null, connectMs: null, tlsMs: null, firstByteMs: null, totalMs: 0 };
  return { ok: false, failure: { code: "internal", params: { reason: "shutting_down" } }, timing };
}

function roundMs(ms: number): number;
function roundMs(ms: number | null): number | null;
function roundMs(ms: number | null): number | null {
  return ms === null ? null : Math.round(ms * 10) / 10;
}
