import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { AutomationView } from "#components/automations/detail/automation-view.tsx";
import { IssueList } from "#components/automations/detail/issue-list.tsx";
import { RunFilters, runStatusOptions } from "#components/automations/run-filters.tsx";
import { RunTable } from "#components/automations/run-table.tsx";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { isAllowed } from "#lib/auth/context.ts";
import { requireSession } from "#lib/auth/require-session.ts";
import { sessionCtx } from "#lib/auth/session.ts";
import { titled } from "#lib/auth/titled.ts";
import { listAutomationIssues } from "#lib/automations/drift/list-issues.ts";
import { listVersions } from "#lib/automations/list-versions.ts";
import { getSummary } from "#lib/automations/summary/get-summary.ts";
import { listDeliveries } from "#lib/deliveries/list-deliveries.ts";
import { env } from "#lib/env.ts";
import { newId } from "#lib/ids.ts";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";

export const generateMetadata = titled(() => ({ title: t("id_title") }));

interface AutomationPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

const runsShown = 8;
const versionsShown = 10;

export default async function AutomationPage({ params, searchParams }: AutomationPageProps) {
  const { id } = await params;
  const query = await searchParams;
  const session = await requireSession();
  const ctx = sessionCtx(session, newId("req"));
  const { summary, definition, names } = await getSummary({ ctx, input: { id } }).catch(missingIsNotFound);
  const status = runStatusOptions().find(({ value }) => value === readParam(query, "status"))?.value;
  const canWrite = isAllowed(ctx, "integrations:write");
  const [issues, runs, versions] = await Promise.all([
    listAutomationIssues({ ctx, input: { id, limit: 100 } }),
    listDeliveries({ ctx, input: { webhookId: id, status, limit: runsShown } }),
    listVersions({ ctx, input: { id, limit: versionsShown } }),
  ]);
  const zone = session.merchant.timeZone;
  return (
    <AutomationView
      automation={summary}
      definition={definition}
      names={names}
      versions={versions.data}
      zone={zone}
      canWrite={canWrite}
      isNew={readParam(query, "installed") !== undefined && summary.status === "active"}
      issues={<IssueList issues={issues.data} zone={zone} canWrite={canWrite} />}
      holdDays={env().HOLD_DAYS}
      replay={
        canWrite &&
        runs.data.some((run) => run.status === "failed") && (
          <ButtonLink href={`/automations/${id}/replay`} size="sm">
            {t("automation_page_replay_failed_runs")}
          </ButtonLink>
        )
      }
      runFilters={<RunFilters path={`/automations/${id}`} selected={status} />}
      runs={
        <Card
          isFlush
          footer={
            runs.nextCursor && (
              <TextLink href={`/automations/${id}/runs${status ? `?status=${status}` : ""}`}>
                {t("automation_page_show_all_runs")}
              </TextLink>
            )
          }
        >
          {runs.data.length > 0 ? (
            <RunTable runs={runs.data} zone={zone} />
          ) : (
            <p className="p-card text-muted">
              {status ? t("automation_page_no_run_this_state") : t("automation_page_no_run_yet_each")}
            </p>
          )}
        </Card>
      }
    />
  );
}
