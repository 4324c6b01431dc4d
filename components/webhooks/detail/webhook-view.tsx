import type { ReactNode } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Duration } from "#components/ui/duration.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Stat, StatRow } from "#components/ui/stat.tsx";
import { Status } from "#components/ui/status.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { webhooksDetail as t } from "#lib/words/en/screens/webhooks-detail.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";
import { successRateText, successRateTone } from "../figures.ts";
import { secretVariable, verifySnippets } from "../verify-snippets.ts";
import { webhookState } from "../webhook-state.ts";
import { CreatedNotice } from "./created-notice.tsx";
import { LogFilterBar } from "./log-filters.tsx";
import { ResumeWebhook } from "./pause.tsx";
import { SigningSecret } from "./signing-secret.tsx";
import { StateNotice } from "./state-notice.tsx";
import { TestSender } from "./test-sender.tsx";
import { WebhookActions } from "./webhook-actions.tsx";
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
                firstType={getFirstType(webhook)}
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
function getFirstType({ eventTypes }: WebhookSummaryDto): string {
  return eventTypes.find((type) => type !== "*") ?? "order.paid";
}

/** Receivers that check the signature, to copy. */
function VerifySignature() {
  return (
    <Section
      title={t("verify_signature_title")}
      description={t.rich("verify_signature_engineer_other_end_each", {
        secretVariable: <code className="font-mono text-sm">{secretVariable}</code>,
      })}
    >
      <Tabs
        label={t("verify_signature_label")}
        tabs={verifySnippets.map(({ id, label, code }) => ({
          value: id,
          label,
          content: <CodeBlock label={t("verify_signature_receiver_label", { label })} code={code} />,
        }))}
      />
    </Section>
  );
}

/** How a webhook did over the last 24 hours, tests left out. */
function WebhookFigures({ last24h }: Pick<WebhookSummaryDto, "last24h">) {
  const failed = last24h.attempts - last24h.succeeded;
  return (
    <StatRow>
      <Stat
        label={t("webhook_figures_label")}
        value={successRateText(last24h) ?? "–"}
        note={
          last24h.attempts === 0
            ? t("webhook_figures_nothing_sent_yet")
            : t("webhook_figures_failed_failed", { failed })
        }
        noteTone={successRateTone(last24h)}
      />
      <Stat
        label={t("webhook_figures_attempts_24_h")}
        value={last24h.attempts.toLocaleString(readerIntlLocale())}
        note={t("webhook_figures_succeeded_number_succeeded", { succeeded: last24h.succeeded })}
      />
      <Stat
        label={t("webhook_figures_answer_time_24_h")}
        value={<Duration ms={last24h.p95Ms} />}
        note={
          last24h.p95Ms === null
            ? t("webhook_figures_not_measured_yet")
            : t("webhook_figures_19_20_were_faster")
        }
      />
      <Stat
        label={t("webhook_figures_waiting_now")}
        value={(last24h.pending + last24h.held).toLocaleString(readerIntlLocale())}
        note={waitingNote(last24h)}
      />
    </StatRow>
  );
}

function waitingNote({ pending, held }: WebhookSummaryDto["last24h"]): string {
  if (held > 0) return t("waiting_note_held_until_resumed");
  return pending > 0 ? t("waiting_note_their_next_attempt") : t("waiting_note_nothing_waits");
}
