"use client";

import { Pencil, Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { removeWebhook } from "#components/webhooks/server-actions.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
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
        {t("webhook_actions_edit")}
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
      trigger={<Button icon={<Trash2 aria-hidden />}>{t("delete_delete")}</Button>}
      title={t("delete_title")}
      description={t("delete_description")}
      stops={[
        <NothingMore key="sent" url={webhook.url} />,
        waiting === 0 ? t("delete_no_delivery_waits_now") : t("delete_waiting_cancelled", { waiting }),
        t("delete_signing_secret_lost_new"),
      ]}
      confirmLabel={t("delete_delete_webhook")}
      action={removeWebhook}
      about={{ id: webhook.id }}
      done={t("delete_webhook_deleted")}
      onDone={() => router.push("/webhooks")}
    />
  );
}

function NothingMore({ url }: { url: string }) {
  return (
    <>
      {t.rich("nothing_more_nothing_more_sent_url", {
        url: <span className="[overflow-wrap:anywhere]">{url}</span>,
      })}
    </>
  );
}
