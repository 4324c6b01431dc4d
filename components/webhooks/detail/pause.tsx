"use client";

import { PauseDialog, ResumeDialog } from "#components/forms/pause-dialogs.tsx";
import { pauseWebhookFromForm, resumeWebhookFromForm } from "#components/webhooks/server-actions.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";

interface PauseWebhookProps {
  webhook: Pick<WebhookSummaryDto, "id" | "last24h">;
  /** For so many days deliveries are held at most. */
  holdDays: number;
}

export function PauseWebhook({ webhook: { id, last24h }, holdDays }: PauseWebhookProps) {
  return (
    <PauseDialog
      id={id}
      action={pauseWebhookFromForm}
      title={t("pause_webhook_title")}
      description={t("pause_webhook_description", { pending: last24h.pending })}
      held={{ of: "delivery", days: holdDays }}
    />
  );
}

export function ResumeWebhook({ webhook: { id, last24h } }: Omit<PauseWebhookProps, "holdDays">) {
  const { held } = last24h;
  return (
    <ResumeDialog
      id={id}
      action={resumeWebhookFromForm}
      title={t("resume_webhook_title")}
      description={
        held === 0 ? t("resume_webhook_description") : t("resume_webhook_held_then_new_events", { held })
      }
    />
  );
}
