import type { Tone } from "#components/ui/tone.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";

type Day = Pick<WebhookSummaryDto["last24h"], "attempts" | "succeeded">;

/**
 * The share of attempts that succeeded, such as "98.2%", or null where there were none. Rounded down, so that
 * "100%" means every one of them.
 */
export function successRateText(day: Day): string | null {
  if (day.attempts === 0) return null;
  const tenths = Math.floor((day.succeeded / day.attempts) * 1_000);
  return `${tenths % 10 === 0 ? tenths / 10 : (tenths / 10).toFixed(1)}%`;
}

/** How worrying the share is. */
export function successRateTone(day: Day): Tone {
  if (day.attempts === 0 || day.succeeded === day.attempts) return "neutral";
  return day.succeeded / day.attempts < 0.9 ? "danger" : "warning";
}
