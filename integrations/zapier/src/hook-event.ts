import type { Bundle, Z } from "./platform.ts";

/** An event as a Zap gets it, from a hook as from the samples. */
export type ZapEvent = { id: string; type: string; timestamp: string; data: Record<string, unknown> };

/**
 * The event that a hook's request brings. Its id comes in the header `webhook-id` and is the same at each attempt.
 * @throws where the request is not one of Patchbay's
 */
export function eventOfHook(z: Z, { rawRequest, cleanedRequest }: Bundle): ZapEvent {
  const headers = Object.entries(rawRequest?.headers ?? {});
  const id = headers.find(([name]) => /^(http-)?webhook-id$/i.test(name))?.[1];
  if (!id || !isBody(cleanedRequest)) {
    throw new z.errors.Error("This request is not an event of Patchbay's.", "InvalidData", 400);
  }
  const { type, timestamp, data } = cleanedRequest;
  return { id, type, timestamp, data };
}

function isBody(body: unknown): body is Omit<ZapEvent, "id"> {
  if (typeof body !== "object" || body === null) return false;
  if (!("type" in body && "timestamp" in body && "data" in body)) return false;
  const { type, timestamp, data } = body;
  return (
    typeof type === "string" && typeof timestamp === "string" && typeof data === "object" && data !== null
  );
}
