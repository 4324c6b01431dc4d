"use client";

import { Pause, Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { pauseWebhookFromForm, resumeWebhookFromForm } from "#app/(dashboard)/webhooks/actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { counted } from "../figures.ts";

interface PauseWebhookProps {
  webhook: Pick<WebhookSummaryDto, "id" | "last24h">;
  /** For so many days deliveries are held at most. */
  holdDays: number;
}

/** Pauses a webhook, after saying what becomes of its deliveries. */
export function PauseWebhook({ webhook, holdDays }: PauseWebhookProps) {
  const router = useRouter();
  const { pending } = webhook.last24h;
  const waiting =
    pending === 0
      ? ""
      : `, and so ${pending === 1 ? "is the delivery that waits" : `are the ${counted(pending, "delivery", "deliveries")} that wait`} now`;
  return (
    <ConfirmDialog
      tone="primary"
      trigger={<Button icon={<Pause aria-hidden />}>Pause</Button>}
      title="Pause this webhook?"
      description={`Nothing is sent until you resume it. New events are held${waiting}. Then all are sent, the oldest first.`}
      confirmLabel="Pause"
      action={pauseWebhookFromForm}
      about={{ id: webhook.id }}
      done="Paused"
      onDone={router.refresh}
    >
      <p className="text-muted">
        {`A delivery is held for ${holdDays === 1 ? "a day" : `${holdDays} days`} at most. After that it fails and is not sent.`}
      </p>
    </ConfirmDialog>
  );
}

/** Resumes a webhook that is paused or switched off, after saying what is sent then. */
export function ResumeWebhook({ webhook }: { webhook: Pick<WebhookSummaryDto, "id" | "last24h"> }) {
  const router = useRouter();
  const { held } = webhook.last24h;
  return (
    <ConfirmDialog
      tone="primary"
      trigger={
        <Button variant="primary" icon={<Play aria-hidden />}>
          Resume
        </Button>
      }
      title="Resume this webhook?"
      description={
        held === 0
          ? "New events are sent to it from now on. Nothing is held."
          : `${counted(held, "held delivery is sent", "held deliveries are sent, the oldest first")}, and then new events.`
      }
      confirmLabel="Resume"
      action={resumeWebhookFromForm}
      about={{ id: webhook.id }}
      done="Resumed"
      onDone={router.refresh}
    />
  );
}
