import type { Tone } from "#components/ui/tone.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { counted } from "./figures.ts";

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

const causes = {
  paused: "By hand",
  gone: "The endpoint is gone (410)",
  failing: "Failed for five days",
} as const satisfies Record<Stop["reason"], string>;

/** Null while it is sent to. One that somebody switched off by hand, as was possible before, is paused. */
export function stopOf({ status, disabledReason, disabledAt, pausedAt }: Stateful): Stop | null {
  if (status === "active") return null;
  if (status === "paused") return { reason: "paused", since: pausedAt };
  return {
    reason: disabledReason === null || disabledReason === "manual" ? "paused" : disabledReason,
    since: disabledAt,
  };
}

/** How a webhook is, for its badge. What a person did is no alarm. */
export function webhookState(webhook: Stateful): WebhookState {
  const stop = stopOf(webhook);
  if (stop !== null) {
    const isPaused = stop.reason === "paused";
    return {
      tone: isPaused ? "neutral" : "danger",
      word: isPaused ? "Paused" : "Switched off",
      cause: causes[stop.reason],
      since: stop.since,
    };
  }
  if (webhook.failingSince !== null) {
    return { tone: "warning", word: "Failing", cause: "It began", since: webhook.failingSince };
  }
  return { tone: "success", word: "Active", cause: null, since: null };
}

/** What becomes of the deliveries that wait for a webhook that is sent to. */
export function whatWaits(pending: number): string {
  if (pending === 0) return "Nothing waits for it now.";
  if (pending === 1) return "1 delivery waits and is tried again automatically.";
  return `${counted(pending, "delivery", "deliveries")} wait and are tried again automatically.`;
}

/** What becomes of the deliveries that are held for one webhook or for several, in one sentence. */
export function whatIsHeld(held: number, webhooks = 1): string {
  const what = held === 0 ? "New events are" : counted(held, "delivery is", "deliveries are");
  return `${what} held, and sent when you resume ${webhooks === 1 ? "it" : "them"}.`;
}
