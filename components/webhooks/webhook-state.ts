import type { Tone } from "#components/ui/tone.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { webhooks as t } from "#lib/words/en/screens/webhooks.ts";

type Stateful = Pick<WebhookDto, "status" | "disabledReason" | "disabledAt" | "pausedAt" | "failingSince">;

type WebhookState = {
  tone: Tone;
  word: string;
  /** Why it is not well, in one line; null when it is. */
  cause: string | null;
  /** Since when it is so, ISO 8601. */
  since: string | null;
};

/** Why nothing is sent to a webhook: someone paused it, or Patchbay switched it off. */
export type Stop = { reason: "paused" | "gone" | "failing"; since: string | null };

const causes = () =>
  ({
    paused: t("causes_hand"),
    gone: t("causes_endpoint_gone_410"),
    failing: t("causes_failed_five_days"),
  }) as const satisfies Record<Stop["reason"], string>;

/** Null while it is sent to. One that somebody switched off by hand, as was possible before, is paused. */
export function findStop({ status, disabledReason, disabledAt, pausedAt }: Stateful): Stop | null {
  if (status === "active") return null;
  if (status === "paused") return { reason: "paused", since: pausedAt };
  return {
    reason: disabledReason === null || disabledReason === "manual" ? "paused" : disabledReason,
    since: disabledAt,
  };
}

/** How a webhook is, for its badge. What a person did is no alarm. */
export function webhookState(webhook: Stateful): WebhookState {
  const stop = findStop(webhook);
  if (stop !== null) {
    const isPaused = stop.reason === "paused";
    return {
      tone: isPaused ? "neutral" : "danger",
      word: isPaused ? t("webhook_state_paused") : t("webhook_state_switched_off"),
      cause: causes()[stop.reason],
      since: stop.since,
    };
  }
  if (webhook.failingSince !== null) {
    return {
      tone: "warning",
      word: t("webhook_state_failing"),
      cause: t("webhook_state_began"),
      since: webhook.failingSince,
    };
  }
  return { tone: "success", word: t("webhook_state_active"), cause: null, since: null };
}

/** What becomes of the deliveries that wait for a webhook that is sent to. */
export function whatWaits(pending: number): string {
  return t("what_waits", { pending });
}

/** What becomes of the deliveries that are held for one webhook or for several, in one sentence. */
export function whatIsHeld(held: number, webhooks = 1): string {
  return t("what_is_held", { held, webhooks });
}
