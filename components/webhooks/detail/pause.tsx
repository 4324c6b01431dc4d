"use client";

import { PauseDialog, ResumeDialog } from "#components/forms/pause-dialogs.tsx";
import { pauseWebhookFromForm, resumeWebhookFromForm } from "#components/webhooks/server-actions.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { counted } from "../figures.ts";

interface PauseWebhookProps {
  webhook: Pick<WebhookSummaryDto, "id" | "last24h">;
  /** For so many days deliveries are held at most. */
  holdDays: number;
}

export function PauseWebhook({ webhook: { id, last24h }, holdDays }: PauseWebhookProps) {
  const { pending } = last24h;
  const waiting =
    pending === 0
      ? ""
      : `, and so ${pending === 1 ? "is the delivery that waits" : `are the ${counted(pending, "delivery", "deliveries")} that wait`} now`;
  return (
    <PauseDialog
      id={id}
      action={pauseWebhookFromForm}
      title="Pause this webhook?"
      description={`Nothing is sent until you resume it. New events are held${waiting}. Then all are sent, the oldest first.`}
      held={{ what: "A delivery", days: holdDays, after: "not sent" }}
    />
  );
}

export function ResumeWebhook({ webhook: { id, last24h } }: Omit<PauseWebhookProps, "holdDays">) {
  const { held } = last24h;
  return (
    <ResumeDialog
      id={id}
      action={resumeWebhookFromForm}
      title="Resume this webhook?"
      description={
        held === 0
          ? "New events are sent to it from now on. Nothing is held."
          : `${counted(held, "held delivery is sent", "held deliveries are sent, the oldest first")}, and then new events.`
      }
    />
  );
}
