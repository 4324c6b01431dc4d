import type { ReactNode } from "react";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { heldSoonOverDays } from "#lib/overview/overview-schema.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { HeldLimit } from "../held-limit.tsx";
import { type Stop, whatIsHeld } from "../webhook-state.ts";

interface StopNoticeProps {
  webhook: WebhookSummaryDto;
  stop: Stop;
  zone: string;
  canWrite: boolean;
  holdDays: number;
  resume: ReactNode;
}

const titles = {
  paused: "Paused: nothing is sent",
  gone: "Switched off: the endpoint said it is gone for good (410)",
  failing: "Switched off: no attempt succeeded for five days",
} as const satisfies Record<Stop["reason"], string>;

const remedies = {
  paused: null,
  gone: "If the app has moved, change the address first. Then send a test, and resume the webhook when it arrives.",
  failing:
    "See in the log what the endpoint answered, and have it fixed. Then send a test, and resume the webhook.",
} as const satisfies Record<Stop["reason"], string | null>;

/** That nothing is sent to a webhook and why, what is held for it, for how long, and how to go on. */
export function StopNotice({ webhook, stop, zone, canWrite, holdDays, resume }: StopNoticeProps) {
  const { heldUntil, last24h } = webhook;
  const days = holdDays === 1 ? "a day" : `${holdDays} days`;
  const remedy = canWrite ? remedies[stop.reason] : "An owner or admin of the shop can resume it.";
  return (
    <Notice tone={toneOf(stop, heldUntil)} title={titles[stop.reason]} action={resume}>
      <p>
        {stop.since && (
          <>
            It happened <RelativeTime at={stop.since} zone={zone} />.{" "}
          </>
        )}
        {whatIsHeld(last24h.held)}
      </p>
      <p>
        {`Each is held for ${days} at most. `}
        {heldUntil && <HeldLimit held={last24h.held} heldUntil={heldUntil} zone={zone} />}
      </p>
      {remedy && <p>{remedy}</p>}
    </Notice>
  );
}

function toneOf({ reason }: Stop, heldUntil: string | null) {
  if (reason !== "paused") return "danger";
  const soon = Date.now() + heldSoonOverDays * 24 * 60 * 60 * 1_000;
  return heldUntil !== null && Date.parse(heldUntil) < soon ? "warning" : "neutral";
}
