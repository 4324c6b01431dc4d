import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { automationsDetail as t } from "#lib/words/en/screens/automations-detail.ts";

interface StateNoticeProps {
  automation: Pick<
    AutomationSummary,
    "id" | "status" | "stoppedAt" | "failingSince" | "hasUnpublishedChanges" | "activity"
  >;
  zone: string;
  canWrite: boolean;
}

/** Why an automation does nothing, or does not do well, and what to press. Nothing while all is well. */
export function StateNotice({ automation, zone, canWrite }: StateNoticeProps) {
  const { id, status, stoppedAt, failingSince, hasUnpublishedChanges, activity } = automation;
  const { reviews, decisions } = activity;
  return (
    <>
      {status === "draft" && (
        <Notice
          tone="info"
          title={t("state_notice_title")}
          action={
            canWrite && <ButtonLink href={`/automations/${id}/edit`}>{t("state_notice_finish")}</ButtonLink>
          }
        >
          {t("state_notice_does_nothing_until_published")}
        </Notice>
      )}
      {(status === "paused" || status === "disabled") && (
        <Notice
          tone={status === "paused" ? "neutral" : "danger"}
          title={status === "paused" ? t("state_notice_paused") : t("state_notice_switched_off")}
        >
          {stoppedAt && (
            <>
              {t.rich("state_notice_this_happened_relativetime", {
                relativeTime: <RelativeTime at={stoppedAt} zone={zone} />,
              })}{" "}
            </>
          )}
          {t("state_notice_new_events_held_run")}
        </Notice>
      )}
      {status === "active" && failingSince !== null && (
        <Notice
          tone="warning"
          title={t.rich("state_notice_began_fail_relativetime", {
            relativeTime: <RelativeTime at={failingSince} zone={zone} />,
          })}
          action={
            <ButtonLink href={`/automations/${id}?status=failed`}>
              {t("state_notice_show_failed_runs")}
            </ButtonLink>
          }
        >
          {t("state_notice_no_run_has_succeeded")}
        </Notice>
      )}
      {decisions > 0 && (
        <Notice
          tone="warning"
          title={t("state_notice_decisions_your_decision", { decisions })}
          action={<ButtonLink href={`/automations/${id}?status=held`}>{t("state_notice_show")}</ButtonLink>}
        >
          {t("state_notice_app_did_not_answer")}
        </Notice>
      )}
      {reviews > 0 && (
        <Notice
          tone="info"
          title={t("state_notice_reviews_your_approval", { reviews })}
          action={<ButtonLink href={`/automations/${id}?status=held`}>{t("state_notice_show")}</ButtonLink>}
        >
          {t("state_notice_step_prepared_done_once")}
        </Notice>
      )}
      {hasUnpublishedChanges && status !== "draft" && (
        <Notice
          tone="info"
          title={t("state_notice_there_unpublished_changes")}
          action={
            canWrite && <ButtonLink href={`/automations/${id}/edit`}>{t("state_notice_see_them")}</ButtonLink>
          }
        >
          {t("state_notice_events_still_go_live")}
        </Notice>
      )}
    </>
  );
}
