import type { OutboundFailure } from "#lib/failures/attempt-failures.ts";
import { say } from "#lib/failures/say.ts";
import { DecodeError, decodeBody } from "#lib/http/decode-body.ts";
import { decodeText } from "#lib/http/decode-text.ts";
import type { ProviderReply } from "#lib/providers/contract/call.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { type Environment, reachableAddress } from "./provider-address.ts";
import { providerClient } from "./provider-client.ts";

/** What is kept of one request: neither its query nor its headers, which may hold secrets. */
export type RequestNote = { method: string; url: string; status: number | null; ms: number };

const maxReplyBytes = 8 * 1_024 * 1_024;
const methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;

type RequestToSend = {
  provider: { id: string; name: string };
  environment: Environment;
  method: string;
  /** The provider's real address. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body?: string | Uint8Array | undefined;
  timeoutMs: number;
};

/**
 * One request to a provider through the safe client, noted for the merchant's log.
 * @throws {ProviderError} timeout, unavailable, or invalid_input for an address that may not be called
 */
export async function sendRequest(
  request: RequestToSend,
  notes: RequestNote[],
): Promise<Omit<ProviderReply, "json">> {
  const method = methods.find((known) => known === request.method.toUpperCase());
  if (!method) throw new Error(`${request.method} is not a method that providers are called with.`);
  const reply = await providerClient(request.environment).send({
    method,
    url: reachableAddress(request.provider, request.environment, request.url),
    // Packed answers are read as well, but nobody need pack them for us, whatever an SDK asks for.
    headers: { ...request.headers, "accept-encoding": "identity" },
    ...(request.body === undefined ? {} : { body: request.body }),
    timeoutMs: request.timeoutMs,
    maxResponseBytes: maxReplyBytes,
    // A request that changes something must not go twice because a connection was found closed.
    isSentOnce: method !== "GET" && method !== "HEAD",
  });
  const { host, pathname } = new URL(request.url);
  const note = { method, url: `${host}${pathname}`, ms: Math.round(reply.timing.totalMs) };
  notes.push({ ...note, status: reply.ok ? reply.statusCode : null });
  if (!reply.ok) throw toProviderError(request, reply.failure, reply.cause);
  if (reply.isBodyBroken) {
    const reason = reply.flaw?.code ?? "flaw_cut_in_body";
    throw unreachable(request, `HTTP ${reply.statusCode}: ${reason}`);
  }
  if (reply.isBodyCut) throw unreadable(request.provider.name, `more than ${maxReplyBytes} bytes`);
  const text = await readText(request.provider.name, reply);
  // Said of the bytes on the way, and no longer true of the text.
  const { "content-encoding": _, "content-length": __, ...headers } = reply.headers;
  return { status: reply.statusCode, headers, text };
}

/** The text of an answer, unpacked and without byte order marks. */
async function readText(
  name: string,
  { bytes, headers }: { bytes: Uint8Array; headers: Record<string, string> },
): Promise<string> {
  try {
    return decodeText(await decodeBody(bytes, headers["content-encoding"], maxReplyBytes));
  } catch (error) {
    if (error instanceof DecodeError) throw unreadable(name, error.message);
    throw error;
  }
}

function toProviderError(request: RequestToSend, failure: OutboundFailure, cause: unknown): ProviderError {
  const { provider, timeoutMs } = request;
  const detail = `${failure.code}: ${failure.params.reason}`;
  switch (failure.code) {
    case "timeout":
      return new ProviderError({
        kind: "timeout",
        message: say("app_timeout", { app: provider.name, seconds: Math.ceil(timeoutMs / 1_000) }),
        detail,
        cause,
      });
    case "blocked_address":
    case "invalid_url":
      return new ProviderError({ kind: "invalid_input", message: failure, detail, cause });
    case "dns":
    case "tls":
      // A name that is misspelt or a certificate that is not right does not mend itself in a minute.
      return new ProviderError({ kind: "unavailable", message: failure, detail, cause });
    default:
      return unreachable(request, detail, cause);
  }
}

function unreachable({ provider }: RequestToSend, detail: string, cause?: unknown): ProviderError {
  const said = say("app_unreachable", { app: provider.name });
  return new ProviderError({ kind: "unavailable", message: said, detail, cause });
}

function unreadable(name: string, detail: string): ProviderError {
  return new ProviderError({ kind: "unavailable", message: say("app_unreadable", { app: name }), detail });
}
