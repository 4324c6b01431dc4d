import { ButtonLink } from "#components/ui/button-link.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { counted } from "#components/webhooks/figures.ts";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";

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
          title="This is a draft"
          action={canWrite && <ButtonLink href={`/automations/${id}/edit`}>Finish it</ButtonLink>}
        >
          It does nothing until it is published.
        </Notice>
      )}
      {(status === "paused" || status === "disabled") && (
        <Notice
          tone={status === "paused" ? "neutral" : "danger"}
          title={status === "paused" ? "Paused" : "Switched off"}
        >
          {stoppedAt && (
            <>
              This happened <RelativeTime at={stoppedAt} zone={zone} />.{" "}
            </>
          )}
          New events are held, and run once you resume it.
        </Notice>
      )}
      {status === "active" && failingSince !== null && (
        <Notice
          tone="warning"
          title={
            <>
              It began to fail <RelativeTime at={failingSince} zone={zone} />
            </>
          }
          action={<ButtonLink href={`/automations/${id}?status=failed`}>Show failed runs</ButtonLink>}
        >
          No run has succeeded since then. Open a run to see which step failed, and why.
        </Notice>
      )}
      {decisions > 0 && (
        <Notice
          tone="warning"
          title={`${counted(decisions, "run waits", "runs wait")} for your decision`}
          action={<ButtonLink href={`/automations/${id}?status=held`}>Show</ButtonLink>}
        >
          An app did not answer, and only you can see whether it was done.
        </Notice>
      )}
      {reviews > 0 && (
        <Notice
          tone="info"
          title={`${counted(reviews, "run waits", "runs wait")} for your approval`}
          action={<ButtonLink href={`/automations/${id}?status=held`}>Show</ButtonLink>}
        >
          A step is prepared and is done once you approve it.
        </Notice>
      )}
      {hasUnpublishedChanges && status !== "draft" && (
        <Notice
          tone="info"
          title="There are unpublished changes"
          action={canWrite && <ButtonLink href={`/automations/${id}/edit`}>See them</ButtonLink>}
        >
          Events still go by the live version.
        </Notice>
      )}
    </>
  );
}
