import type { Metadata } from "next";
import { replayRunsNow } from "#app/(dashboard)/automations/actions.ts";
import { effectCounts, plannedRuns } from "#components/automations/replay/effect-words.ts";
import { ModeLinks } from "#components/automations/replay/mode-links.tsx";
import { PlanSteps } from "#components/automations/replay/plan-steps.tsx";
import { ReplayForm } from "#components/automations/replay/replay-form.tsx";
import { readMode } from "#components/automations/replay/replay-modes.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { Card } from "#components/ui/card.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { PageHeader } from "#components/ui/page-header.tsx";
import { Section } from "#components/ui/section.tsx";
import { Status } from "#components/ui/status.tsx";
import { counted } from "#components/webhooks/figures.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { replayRuns } from "#lib/automations/replay-runs.ts";
import { AppError } from "#lib/errors.ts";
import { renderError } from "#lib/words/render-error.ts";
import { findAutomationOr404 } from "../find-automation-or-404.ts";

export const metadata: Metadata = { title: "Replay failed runs" };

interface ReplayPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function ReplayRunsPage({ params, searchParams }: ReplayPageProps) {
  const [ctx, { id }, query] = await Promise.all([requireCtx(), params, searchParams]);
  const mode = readMode(readParam(query, "mode"));
  const { summary } = await findAutomationOr404(ctx, id);
  const plan = await replayRuns({ ctx, input: { id, mode, plan: true } }).catch(refused);
  const path = `/automations/${id}/replay`;
  return (
    <>
      <PageHeader
        back={{ href: `/automations/${id}`, label: summary.name }}
        title="Replay failed runs"
        description="Choose how. Nothing is done before you have seen what it would do."
      />
      <ModeLinks path={path} selected={mode} />
      {plan instanceof AppError ? (
        <Notice tone="warning" title="They cannot be replayed like this">
          {renderError(plan, ctx.locale).message}
        </Notice>
      ) : plan.runs === 0 ? (
        <Notice title="Nothing to replay">{plannedRuns(plan)}</Notice>
      ) : (
        <Section title="What it would do" description={plannedRuns(plan)}>
          <div className="grid gap-4">
            <Card isFlush>
              <PlanSteps
                lines={plan.steps.map((step) => ({
                  key: step.key,
                  title: step.title ?? step.key,
                  app: step.app,
                  effect: (
                    <Status tone={step.mayRepeat > 0 ? "warning" : "neutral"} className="whitespace-normal">
                      {effectCounts(step)}
                    </Status>
                  ),
                }))}
              />
            </Card>
            <div className="flex flex-wrap items-center gap-3">
              <ReplayForm
                key={plan.planId}
                action={replayRunsNow}
                about={{ id, mode, planId: plan.planId }}
                label={`Replay ${counted(plan.runs, "run")}`}
              />
              <span className="text-muted text-sm">The plan is good for 15 minutes.</span>
            </div>
          </div>
        </Section>
      )}
    </>
  );
}

/** What is refused is told on the page; everything else is a fault. */
function refused(error: unknown): AppError {
  if (error instanceof AppError && error.status < 500) return error;
  throw error;
}
