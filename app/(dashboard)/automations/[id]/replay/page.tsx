import { refused } from "#app/(dashboard)/refused.ts";
import { missingIsNotFound } from "#app/missing-is-not-found.ts";
import { effectCounts, plannedRuns } from "#components/automations/replay/effect-words.ts";
import { readMode } from "#components/automations/replay/replay-modes.ts";
import { ReplayPlan, ReplayView } from "#components/automations/replay/replay-view.tsx";
import { replayRunsNow } from "#components/automations/server-actions.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { titled } from "#lib/auth/titled.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import { getSummary } from "#lib/automations/summary/get-summary.ts";
import { AppError } from "#lib/errors.ts";
import { automationsPages as t } from "#lib/words/en/screens/automations-pages.ts";
import { renderError } from "#lib/words/render-error.ts";

export const generateMetadata = titled(() => ({ title: t("replay_title") }));

interface ReplayPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function ReplayRunsPage({ params, searchParams }: ReplayPageProps) {
  const [ctx, { id }, query] = await Promise.all([requireCtx(), params, searchParams]);
  const mode = readMode(readParam(query, "mode"));
  const { summary } = await getSummary({ ctx, input: { id } }).catch(missingIsNotFound);
  const plan = await replayRuns({ ctx, input: { id, mode, plan: true } }).catch(refused);
  return (
    <ReplayView
      back={{ href: `/automations/${id}`, label: summary.name }}
      title={t("replay_runs_page_title")}
      path={`/automations/${id}/replay`}
      mode={mode}
    >
      {plan instanceof AppError ? (
        <Notice tone="warning" title={t("replay_runs_page_they_cannot_replayed_like")}>
          {renderError(plan, ctx.locale).message}
        </Notice>
      ) : plan.runs === 0 ? (
        <Notice title={t("replay_runs_page_nothing_replay")}>{plannedRuns(plan)}</Notice>
      ) : (
        <ReplayPlan
          key={plan.planId}
          description={plannedRuns(plan)}
          steps={plan.steps.map((step) => ({
            ...step,
            effect: (
              <Status tone={step.mayRepeat > 0 ? "warning" : "neutral"} className="whitespace-normal">
                {effectCounts(step)}
              </Status>
            ),
          }))}
          form={{
            action: replayRunsNow,
            about: { id, mode, planId: plan.planId },
            label: t("replay_runs_page_replay_runs", { runs: plan.runs }),
          }}
          note={t("replay_runs_page_plan_valid_15_minutes")}
        />
      )}
    </ReplayView>
  );
}
