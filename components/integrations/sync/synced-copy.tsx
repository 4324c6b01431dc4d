import { ButtonLink } from "#components/ui/button-link.tsx";
import { ProgressBar } from "#components/ui/progress-bar.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import type { SyncJobDto } from "#lib/integrations/schema.ts";
import { integrationsSyncBrowser as t } from "#lib/words/en/screens/integrations-sync-browser.ts";
import { SyncButtons } from "./sync-buttons.tsx";
import { countedRecords, isUnderWay, jobState, kindNames, kindPaths, progressText } from "./sync-words.ts";

interface SyncedCopyProps {
  integrationId: string;
  kind: SyncJobDto["kind"];
  title: string;
  count: number;
  /** The latest; undefined where none was begun yet. */
  job: SyncJobDto | undefined;
  canSync: boolean;
  zone: string;
  onChange: () => void;
}

/** The copy of one kind of record: how many there are, how fresh they are, and what is going on. */
export function SyncedCopy({
  integrationId,
  kind,
  title,
  count,
  job,
  canSync,
  zone,
  onChange,
}: SyncedCopyProps) {
  return (
    <li className="grid gap-3 px-card py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-0.5">
          <h3 className="font-medium">{title}</h3>
          <p className="flex flex-wrap items-center gap-x-3 tabular-nums">
            {countedRecords(count, kind)}
            {job && (
              <Status tone={jobState(job).tone} isMoving={job.status === "running"} className="text-sm">
                {jobState(job).word}
              </Status>
            )}
          </p>
          <p className="text-muted text-sm">
            {job?.finishedAt
              ? t.rich("synced_copy_status_relativetime", {
                  status: job.status,
                  relativeTime: <RelativeTime at={job.finishedAt} zone={zone} />,
                })
              : !job && t("synced_copy_not_copied_yet")}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          {count > 0 && (
            <ButtonLink href={`/integrations/${integrationId}/${kindPaths[kind]}`} variant="ghost">
              {t("synced_copy_see_many", { many: kindNames()[kind].many })}
            </ButtonLink>
          )}
          {canSync && (
            <SyncButtons
              integrationId={integrationId}
              kind={kind}
              isUnderWay={job !== undefined && isUnderWay(job)}
              onChange={onChange}
            />
          )}
        </div>
      </div>
      {job && isUnderWay(job) && (
        <div className="grid gap-1.5">
          <ProgressBar
            label={t("synced_copy_title_copied", { title })}
            done={job.done}
            total={job.total}
            text={progressText(job)}
          />
          <p className="text-muted text-sm tabular-nums">
            {t("synced_copy_progresstext_you_can_leave", { progressText: progressText(job) })}
          </p>
        </div>
      )}
      {job && job.unread > 0 && (
        <p className="text-muted text-sm">
          {t("synced_copy_countedrecords_could_not_read", {
            countedRecords: countedRecords(job.unread, kind),
          })}
        </p>
      )}
      {job && !isUnderWay(job) && job.message !== null && (
        <p className={job.status === "failed" ? "text-danger" : "text-muted"}>{job.message}</p>
      )}
    </li>
  );
}
