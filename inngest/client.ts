import { randomBytes } from "node:crypto";
import { Inngest } from "inngest";
import { env } from "#lib/env.ts";
import { logger } from "#lib/logger.ts";
import { version } from "#lib/version.ts";

export const appId = "patchbay";

/** An Inngest server that says nothing for so long is away. */
const patienceMs = 5_000;

let client: Inngest | undefined;

/** The one client of the Inngest server. Where none is set up, it answers no call and sends nowhere. */
export function inngest(): Inngest {
  client ??= env().usesInngestServer ? serverClient() : clientOfNone();
  return client;
}

function serverClient(): Inngest {
  return new Inngest({ id: appId, appVersion: version, logger, fetch: fetchInTime });
}

/** /api/inngest answers signed calls only; this key is nobody's. */
function clientOfNone(): Inngest {
  return new Inngest({
    id: appId,
    appVersion: version,
    logger,
    isDev: false,
    baseUrl: "http://no-inngest-server.invalid",
    eventKey: "none",
    signingKey: `signkey-prod-${randomBytes(32).toString("hex")}`,
    fetch: async () => {
      throw new Error("No Inngest server is set up.");
    },
  });
}

/** The Inngest server answered, and did not take what it was sent. */
export class EventsRefusedError extends Error {
  override name = "EventsRefusedError";
  readonly status: number;

  constructor(status: number, answer: string) {
    super(`The Inngest server answered ${status}: ${answer.trim().slice(0, 300)}`);
    this.status = status;
  }
}

/** What the server is sent: its id makes it one event, however often it is sent. */
export type SentEvent = { id: string; name: string; ts: number; data: Record<string, unknown> };

/**
 * Sends events in one request, once. The SDK's `send` tries five times, and does not tell an event that is refused
 * from a server that is away.
 * @throws {EventsRefusedError} when the server answers that it does not take them
 */
export async function sendOnce(events: readonly SentEvent[]): Promise<void> {
  const response = await fetchInTime(eventAddress(), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(events),
  });
  const answer = await response.text();
  if (!response.ok) throw new EventsRefusedError(response.status, answer);
}

/** Where the server takes events: the key is in the path. A server for development takes any. */
export function eventAddress(): URL {
  const key = env().INNGEST_EVENT_KEY || "development";
  return new URL(`/e/${encodeURIComponent(key)}`, inngest().eventBaseUrl);
}

/** An Inngest server that says nothing must not hold up whoever asks. */
async function fetchInTime(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const signal = AbortSignal.any([AbortSignal.timeout(patienceMs), ...(init?.signal ? [init.signal] : [])]);
  return fetch(input, { ...init, signal });
}
