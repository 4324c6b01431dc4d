import { z } from "zod";
import type { InboxRequestDto } from "#lib/test-inboxes/schema.ts";

const body = z.object({ type: z.string() });

/** Which event a received request carries; null for what is not said. Anyone can send anything to an inbox. */
export function readReceived(request: Pick<InboxRequestDto, "headers" | "body">): {
  type: string | null;
  eventId: string | null;
} {
  return { type: readType(request.body), eventId: request.headers["webhook-id"] ?? null };
}

function readType(text: string): string | null {
  try {
    return body.safeParse(JSON.parse(text)).data?.type ?? null;
  } catch {
    return null;
  }
}
