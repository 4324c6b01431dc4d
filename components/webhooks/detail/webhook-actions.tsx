"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { removeWebhook } from "#components/webhooks/server-actions.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { counted } from "../figures.ts";
import { PauseWebhook } from "./pause.tsx";

interface WebhookActionsProps {
  webhook: WebhookSummaryDto;
  /** For so many days deliveries are held at most. */
  holdDays: number;
}

/** What may be done to a webhook. Resuming stands beside the cause of its pause. */
export function WebhookActions({ webhook, holdDays }: WebhookActionsProps) {
  return (
    <>
      <ButtonLink href={`/webhooks/${webhook.id}/edit`} icon={<Pencil aria-hidden />}>
        Edit
      </ButtonLink>
      {webhook.status === "active" && <PauseWebhook webhook={webhook} holdDays={holdDays} />}
      <Delete webhook={webhook} />
    </>
  );
}

function Delete({ webhook }: { webhook: WebhookSummaryDto }) {
  const router = useRouter();
  const waiting = webhook.last24h.pending + webhook.last24h.held;
  return (
    <ConfirmDialog
      trigger={<Button icon={<Trash2 aria-hidden />}>Delete</Button>}
      title="Delete this webhook?"
      description="This cannot be taken back. What was delivered stays in the list of deliveries."
      stops={[
        <NothingMore key="sent" url={webhook.url} />,
        waiting === 0
          ? "No delivery waits for it now."
          : `${counted(waiting, "waiting delivery is", "waiting deliveries are")} cancelled.`,
        "Its signing secret is lost: a new webhook gets another.",
      ]}
      confirmLabel="Delete webhook"
      action={removeWebhook}
      about={{ id: webhook.id }}
      done="Webhook deleted"
      onDone={() => router.push("/webhooks")}
    />
  );
}

function NothingMore({ url }: { url: string }) {
  return (
    <>
      Nothing more is sent to <span className="[overflow-wrap:anywhere]">{url}</span>.
    </>
  );
}
