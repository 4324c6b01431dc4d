import { z } from "zod";

const sentEvents = z.array(
  z.object({
    id: z.string().optional(),
    name: z.string(),
    ts: z.number().optional(),
    data: z.record(z.string(), z.unknown()).optional(),
  }),
);
export type RunnerEvent = { id: string; name: string; ts: number; data: Record<string, unknown> };

declare global {
  // Next bundles this module more than once; the runner listens for all of them.
  var patchbayRunnerInbox: ((events: RunnerEvent[]) => void) | undefined;
}

export function receiveEvents(receiver: ((events: RunnerEvent[]) => void) | undefined): void {
  globalThis.patchbayRunnerInbox = receiver;
}

export function hasReceiver(): boolean {
  return globalThis.patchbayRunnerInbox !== undefined;
}

/**
 * Stands in for the network of the Inngest client: what it sends to the event API (`POST /e/<key>`) is handed to the
 * runner in this process. Without a runner it answers 503, so that a lost wake-up is seen in the log.
 */
export async function embeddedFetch(input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init);
  const path = new URL(request.url).pathname;
  if (request.method !== "POST" || !path.startsWith("/e/")) {
    return Response.json({ error: `The embedded runner has no ${request.method} ${path}.` }, { status: 404 });
  }
  const receiver = globalThis.patchbayRunnerInbox;
  if (!receiver) return Response.json({ error: "No runner is listening in this process." }, { status: 503 });
  const body: unknown = await request.json();
  const events = sentEvents.parse(Array.isArray(body) ? body : [body]).map((event) => ({
    id: event.id || crypto.randomUUID(),
    name: event.name,
    ts: event.ts ?? Date.now(),
    data: event.data ?? {},
  }));
  receiver(events);
  return Response.json({ ids: events.map((event) => event.id), status: 200 });
}
