"use client";

import type { ReactNode } from "react";
import { destinationName } from "#components/deliveries/destination-text.ts";
import { failureCause } from "#components/deliveries/failure-cause.ts";
import { useLocale } from "#components/ui/locale-context.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { heldSoonOverDays } from "#lib/overview/overview-schema.ts";
import type { WebhookSummaryDto } from "#lib/webhooks/schema.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
import { HeldLimit } from "../held-limit.tsx";
import { findStop, type Stop, whatIsHeld, whatWaits } from "../webhook-state.ts";

interface StopNoticeProps {
  webhook: WebhookSummaryDto;
  stop: Stop;
  zone: string;
  canWrite: boolean;
  holdDays: number;
  resume: ReactNode;
}

const titles = () =>
  ({
    paused: t("titles_paused_nothing_sent"),
    gone: t("titles_switched_off_endpoint_said"),
    failing: t("titles_switched_off_no_attempt"),
  }) as const satisfies Record<Stop["reason"], string>;

const remedies = () =>
  ({
    paused: null,
    gone: t("remedies_if_app_has_moved"),
    failing: t("remedies_see_log_what_endpoint"),
  }) as const satisfies Record<Stop["reason"], string | null>;

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
  const stop = findStop(webhook);
  if (stop !== null) return <StopNotice {...props} stop={stop} />;
  if (webhook.failingSince === null) return null;
  const { failureCode = null, statusCode = null } = webhook.lastFailure ?? {};
  const cause = failureCode && failureCause(destinationName(webhook), failureCode, statusCode, locale);
  return (
    <Notice
      tone="warning"
      title={t.rich("state_notice_began_fail_relativetime_no", {
        relativeTime: <RelativeTime at={webhook.failingSince} zone={zone} />,
      })}
    >
      {cause && (
        <p>
          {joinSentences(t("state_notice_cause", { cause: cause.what }), cause.meaning)}{" "}
          <span className="font-medium">{cause.advice}</span>
        </p>
      )}
      <p>
        {joinSentences(whatWaits(webhook.last24h.pending), t("state_notice_after_five_days"))}{" "}
        {canWrite && cause?.remedy === "settings" && (
          <TextLink href={`/webhooks/${webhook.id}/edit`}>{t("state_notice_edit_webhook")}</TextLink>
        )}
      </p>
    </Notice>
  );
}

/** That nothing is sent to a webhook and why, what is held for it, for how long, and how to go on. */
function StopNotice({ webhook, stop, zone, canWrite, holdDays, resume }: StopNoticeProps) {
  const { heldUntil, last24h } = webhook;
  const remedy = canWrite ? remedies()[stop.reason] : t("stop_notice_owner_admin_shop_can");
  return (
    <Notice tone={chooseTone(stop, heldUntil)} title={titles()[stop.reason]} action={resume}>
      <p>
        {stop.since && (
          <>
            {t.rich("stop_notice_happened_relativetime", {
              relativeTime: <RelativeTime at={stop.since} zone={zone} />,
            })}{" "}
          </>
        )}
        {whatIsHeld(last24h.held)}
      </p>
      <p>
        {t("stop_notice_held_at_most", { days: holdDays })}{" "}
        {heldUntil && <HeldLimit held={last24h.held} heldUntil={heldUntil} zone={zone} />}
      </p>
      {remedy && <p>{remedy}</p>}
    </Notice>
  );
}

function chooseTone({ reason }: Stop, heldUntil: string | null) {
  if (reason !== "paused") return "danger";
  const soon = Date.now() + heldSoonOverDays * 24 * 60 * 60 * 1_000;
  return heldUntil !== null && Date.parse(heldUntil) < soon ? "warning" : "neutral";
}
