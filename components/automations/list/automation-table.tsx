import { Link } from "#components/ui/link.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import type { Tone } from "#components/ui/tone.ts";
import type { AutomationSummary } from "#lib/automations/summary/summary-schema.ts";
import { lookUp } from "#lib/look-up.ts";
import { automationsList as t } from "#lib/words/en/screens/automations-list.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { PauseAutomation, ResumeAutomation } from "../pause.tsx";
import { SparkLine } from "../spark-line.tsx";
import { AutomationStateBadge } from "../state-badge.tsx";
import { WhenThen } from "../when-then.tsx";

interface AutomationTableProps {
  automations: readonly AutomationSummary[];
  zone: string;
  canWrite: boolean;
  /** For so many days runs are held at most. */
  holdDays: number;
}

/** Automations, one a row: what they do, how they are doing, and the button that pauses them. */
export function AutomationTable({ automations, zone, canWrite, holdDays }: AutomationTableProps) {
  return (
    <Table caption={t("automation_table_caption")}>
      <TableHead>
        <TableHeading>{t("automation_table_automation")}</TableHeading>
        <TableHeading>{t("automation_table_runs_14_days")}</TableHeading>
        <TableHeading>{t("automation_table_last_run")}</TableHeading>
        <TableHeading>{common("state")}</TableHeading>
        {canWrite && (
          <TableHeading>
            <span className="sr-only">{t("automation_table_pause_resume")}</span>
          </TableHeading>
        )}
      </TableHead>
      <TableBody>
        {automations.map((automation) => (
          <TableRow key={automation.id}>
            <TableCell phone="title">
              <div className="grid min-w-0 gap-1">
                <Link
                  href={`/automations/${automation.id}`}
                  data-row-link
                  className="w-fit max-w-full rounded-tag font-medium text-ink [overflow-wrap:anywhere] hover:underline"
                >
                  {automation.name}
                </Link>
                <WhenThen
                  eventType={automation.eventType}
                  steps={automation.steps}
                  className="font-normal max-md:hidden"
                />
              </div>
            </TableCell>
            <TableCell className="max-md:justify-start md:hidden">
              <WhenThen eventType={automation.eventType} steps={automation.steps} />
            </TableCell>
            <TableCell label={t("automation_table_runs_14_days")}>
              <SparkLine days={automation.activity.days} />
            </TableCell>
            <TableCell label={t("automation_table_last_run")} className="whitespace-nowrap">
              <LastRun activity={automation.activity} zone={zone} />
            </TableCell>
            <TableCell phone="aside" className="md:max-w-48">
              <AutomationStateBadge automation={automation} zone={zone} />
            </TableCell>
            {canWrite && (
              <TableCell align="end" className="max-md:justify-end max-md:empty:hidden">
                {automation.status === "active" && (
                  <PauseAutomation automation={automation} holdDays={holdDays} isInRow />
                )}
                {(automation.status === "paused" || automation.status === "disabled") && (
                  <ResumeAutomation automation={automation} isInRow />
                )}
              </TableCell>
            )}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function LastRun({ activity, zone }: Pick<AutomationSummary, "activity"> & { zone: string }) {
  const { lastRun } = activity;
  if (!lastRun) return <span className="text-muted">{t("last_run_none")}</span>;
  const { tone, word } = runState(lastRun.status);
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 md:grid md:justify-items-start">
      <Status tone={tone}>{word}</Status>
      <RelativeTime at={lastRun.at} zone={zone} className="text-muted text-sm" />
    </span>
  );
}

const states = (): Record<string, { tone: Tone; word: string }> => ({
  pending: { tone: "progress", word: t("states_running") },
  held: { tone: "info", word: t("states_waiting") },
  delivered: { tone: "success", word: t("states_done") },
  failed: { tone: "danger", word: t("states_failed") },
  cancelled: { tone: "neutral", word: t("states_cancelled") },
});

/** How the last run stands, in one word with its tone. */
function runState(status: string): { tone: Tone; word: string } {
  return lookUp(states(), status) ?? { tone: "neutral", word: status };
}
