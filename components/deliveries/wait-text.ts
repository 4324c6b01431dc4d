import { durationText } from "#components/ui/time-text.ts";

const SOON_MS = 5_000;
const MINUTE_MS = 60_000;

/** How long until something is due: "any moment now", "in 42 s", "in 1 h 59 min". */
export function waitText(atMs: number, nowMs: number): string {
  const waitMs = atMs - nowMs;
  if (waitMs < SOON_MS) return "any moment now";
  const stepMs = waitMs < MINUTE_MS ? 1_000 : MINUTE_MS;
  return `in ${durationText(Math.round(waitMs / stepMs) * stepMs)}`;
}
