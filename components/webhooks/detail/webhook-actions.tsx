"use client";

import { Pencil, Power, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { removeWebhook, switchWebhook } from "#app/(dashboard)/webhooks/actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { counted } from "../figures.ts";

/** What may be done to a webhook. Switching on stands beside the cause of its being off. */
export function WebhookActions({ webhook }: { webhook: WebhookSummaryDto }) {
  return (
    <>
      <ButtonLink href={`/webhooks/${webhook.id}/edit`} icon={<Pencil aria-hidden />}>
        Edit
      </ButtonLink>
      {webhook.status === "active" && <SwitchOff webhook={webhook} />}
      <Delete webhook={webhook} />
    </>
  );
}

function SwitchOff({ webhook }: { webhook: WebhookSummaryDto }) {
  const router = useRouter();
  const { pending } = webhook.last24h;
  return (
    <ConfirmDialog
      trigger={<Button icon={<Power aria-hidden />}>Switch off</Button>}
      title="Switch this webhook off?"
      description="You can switch it on again at any time. Its settings and its log stay."
      stops={[
        <NothingMore key="sent" url={webhook.url} />,
        ...(pending > 0
          ? [
              `${counted(pending, "waiting delivery is", "waiting deliveries are")} kept until it is on again.`,
            ]
          : []),
        "Events that happen while it is off are not sent to it later.",
      ]}
      confirmLabel="Switch off"
      action={switchWebhook}
      about={{ id: webhook.id, status: "disabled" }}
      done="Switched off"
      onDone={router.refresh}
    />
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
