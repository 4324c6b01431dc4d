import type { Tone } from "#components/ui/tone.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { counted } from "./figures.ts";

export type WebhookState = {
  tone: Tone;
  word: string;
  /** Why it is not well, in one line; null when it is. */
  cause: string | null;
  /** Since when it is so, ISO 8601. */
  since: string | null;
};

const disabledCauses = {
  gone: "The endpoint is gone (410)",
  failing: "Failed for five days",
  manual: "By hand",
} as const;

/** How a webhook is, for its badge. */
export function webhookState(
  webhook: Pick<WebhookDto, "status" | "disabledReason" | "disabledAt" | "failingSince">,
): WebhookState {
  if (webhook.status === "disabled") {
    const reason = webhook.disabledReason ?? "manual";
    const tone = reason === "manual" ? "neutral" : "danger";
    return { tone, word: "Switched off", cause: disabledCauses[reason], since: webhook.disabledAt };
  }
  if (webhook.failingSince !== null) {
    return { tone: "warning", word: "Failing", cause: "It began", since: webhook.failingSince };
  }
  return { tone: "success", word: "Active", cause: null, since: null };
}

/** What becomes of the deliveries that wait for a webhook that is on. */
export function whatWaits(pending: number): string {
  if (pending === 0) return "Nothing waits for it now.";
  if (pending === 1) return "1 delivery waits and is tried again automatically.";
  return `${counted(pending, "delivery", "deliveries")} wait and are tried again automatically.`;
}
