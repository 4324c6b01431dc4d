import { durationText } from "#components/ui/time-text.ts";
import { deliveries as t } from "#lib/words/en/screens/deliveries.ts";

const SOON_MS = 5_000;
const MINUTE_MS = 60_000;

/** How long until something is due: "any moment now", "in 42 s", "in 1 h 59 min". */
export function waitText(atMs: number, nowMs: number): string {
  const waitMs = atMs - nowMs;
  if (waitMs < SOON_MS) return t("wait_text_any_moment_now");
  const stepMs = waitMs < MINUTE_MS ? 1_000 : MINUTE_MS;
  return t("wait_text_durationtext", { durationText: durationText(Math.round(waitMs / stepMs) * stepMs) });
}
