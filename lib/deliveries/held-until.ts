import { env } from "#lib/env.ts";

const dayMs = 24 * 60 * 60 * 1_000;

/**
 * When a delivery will have been held for as long as Patchbay holds one (HOLD_DAYS): then it fails.
 * @param acceptedAt when its event was accepted
 * @param stoppedAt since when its destination is paused or switched off
 * @returns ISO 8601
 */
export function heldUntil({
  acceptedAt,
  stoppedAt,
}: {
  acceptedAt: string;
  stoppedAt: string | Date;
}): string {
  const since = Math.max(new Date(acceptedAt).getTime(), new Date(stoppedAt).getTime());
  return new Date(since + env().HOLD_DAYS * dayMs).toISOString();
}
