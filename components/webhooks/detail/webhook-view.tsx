import type { ReactNode } from "react";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { webhooksDetail as t } from "#lib/words/en/screens/webhooks-detail.ts";
import { webhookState } from "../webhook-state.ts";
import { CreatedNotice } from "./created-notice.tsx";
import { LogFilterBar } from "./log-filters.tsx";
import { ResumeWebhook } from "./pause.tsx";
import { SigningSecret } from "./signing-secret.tsx";
import { StateNotice } from "./state-notice.tsx";
import { TestSender } from "./test-sender.tsx";
import { VerifySignature } from "./verify-signature.tsx";
import { WebhookActions } from "./webhook-actions.tsx";
import { WebhookFigures } from "./webhook-figures.tsx";
import { WebhookSettings } from "./webhook-settings.tsx";

interface WebhookViewProps {
  webhook: WebhookSummaryDto;
  zone: string;
  /** Whether this person may change it, test it and see its secret. */
  canWrite: boolean;
  /** For so many days deliveries are held at most. */
  holdDays: number;
  /** The signing secret, right after the webhook was made. */
  newSecret?: string;
  log: ReactNode;
}

/** One webhook: how it is, what it does, what it did, and what can be done with it. */
export function WebhookView({ webhook, zone, canWrite, holdDays, newSecret, log }: WebhookViewProps) {
  const { tone, word } = webhookState(webhook);
  return (
    <>
      <PageHeader
        back={{ href: "/webhooks", label: t("webhook_view_webhooks") }}
        title={webhook.description || webhook.url}
        description={webhook.description && <span className="[overflow-wrap:anywhere]">{webhook.url}</span>}
        status={
          <Status tone={tone} look="pill">
            {word}
          </Status>
        }
        actions={canWrite && <WebhookActions webhook={webhook} holdDays={holdDays} />}
      />
      {canWrite && <CreatedNotice secret={newSecret} />}
      <StateNotice
        webhook={webhook}
        zone={zone}
        canWrite={canWrite}
        holdDays={holdDays}
        resume={canWrite && <ResumeWebhook webhook={webhook} />}
      />
      <WebhookFigures last24h={webhook.last24h} />
      <div className="grid items-start gap-section lg:grid-cols-[minmax(0,1fr)_21rem] lg:gap-8">
        <div className="grid min-w-0 gap-section">
          {canWrite && (
            <div id="send-test" className="scroll-mt-20">
              <TestSender
                webhookId={webhook.id}
                firstType={firstTypeOf(webhook)}
                timeoutMs={webhook.timeoutMs}
              />
            </div>
          )}
          <Section title={t("webhook_view_title")} description={t("webhook_view_description")}>
            <div className="grid gap-4">
              <LogFilterBar />
              {log}
            </div>
          </Section>
          <div id="verify" className="scroll-mt-20">
            <VerifySignature />
          </div>
        </div>
        <div className="grid min-w-0 gap-stack">
          {canWrite && <SigningSecret webhookId={webhook.id} />}
          <WebhookSettings webhook={webhook} zone={zone} />
        </div>
      </div>
    </>
  );
}

/** What a test sends unless told otherwise: an event that the webhook asks for. */
function firstTypeOf({ eventTypes }: WebhookSummaryDto): string {
  return eventTypes.find((type) => type !== "*") ?? "order.paid";
}
