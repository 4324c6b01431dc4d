"use client";

import type { ReactNode } from "react";
import { failureCause } from "#components/deliveries/failure-cause.ts";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
import { stopOf, whatWaits } from "../webhook-state.ts";
import { StopNotice } from "./stop-notice.tsx";

interface StateNoticeProps {
  webhook: WebhookSummaryDto;
  zone: string;
  /** Whether this person may mend it here. */
  canWrite: boolean;
  /** For so many days deliveries are held at most. */
  holdDays: number;
  /** Resumes it. */
  resume: ReactNode;
}

/** Why a webhook is not well, what that means, and what to do. Nothing while it is well. */
export function StateNotice(props: StateNoticeProps) {
  const { webhook, zone, canWrite } = props;
  const locale = useLocale();
  const stop = stopOf(webhook);
  if (stop !== null) return <StopNotice {...props} stop={stop} />;
  if (webhook.failingSince === null) return null;
  const { failureCode = null, statusCode = null } = webhook.lastFailure ?? {};
  const cause = failureCode && failureCause(failureCode, statusCode, locale);
  return (
    <Notice
      tone="warning"
      title={t.rich("state_notice_began_fail_relativetime_no", {
        relativeTime: <RelativeTime at={webhook.failingSince} zone={zone} />,
      })}
    >
      {cause && (
        <p>
          {t.rich("state_notice_what_meaning_advice", {
            what: cause.what,
            meaning: cause.meaning,
            advice: <span className="font-medium">{cause.advice}</span>,
          })}
        </p>
      )}
      <p>
        {t("state_notice_whatwaits_after_five_days", { whatWaits: whatWaits(webhook.last24h.pending) })}{" "}
        {canWrite && cause?.remedy === "settings" && (
          <TextLink href={`/webhooks/${webhook.id}/edit`}>{t("state_notice_edit_webhook")}</TextLink>
        )}
      </p>
    </Notice>
  );
}
