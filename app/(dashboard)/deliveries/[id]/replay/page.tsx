import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { replayRunNow } from "#app/(dashboard)/automations/actions.ts";
import { effectWords } from "#components/automations/replay/effect-words.ts";
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
import { requireCtx } from "#lib/auth/require-session.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { AppError } from "#lib/errors.ts";
import { renderError } from "#lib/words/render-error.ts";

export const metadata: Metadata = { title: "Replay" };

interface ReplayPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<SearchParams>;
}

export default async function ReplayRunPage({ params, searchParams }: ReplayPageProps) {
  const [ctx, { id }, query] = await Promise.all([requireCtx(), params, searchParams]);
  const mode = readMode(readParam(query, "mode"));
  const run = await getRun({ ctx, input: { id } }).catch(refused);
  if (run instanceof AppError) notFound();
  const plan = await replayRun({ ctx, input: { id, mode, plan: true } }).catch(refused);
  return (
    <>
      <PageHeader
        back={{ href: `/deliveries/${id}`, label: "Run" }}
        title={`Replay ${run.automationName}`}
        description="Choose how. Nothing is done before you have seen what it would do."
      />
      <ModeLinks path={`/deliveries/${id}/replay`} selected={mode} />
      {plan instanceof AppError ? (
        <Notice tone="warning" title="It cannot be replayed like this">
          {renderError(plan, ctx.locale).message}
        </Notice>
      ) : (
        <Section title="What it would do" description={`By version ${plan.version}.`}>
          <div className="grid gap-4">
            <Card isFlush>
              <PlanSteps
                lines={plan.steps.map(({ key, title, app, effect, message }) => ({
                  key,
                  title: title ?? key,
                  app,
                  message,
                  effect: <Status tone={effectWords[effect].tone}>{effectWords[effect].word}</Status>,
                }))}
              />
            </Card>
            <div className="flex flex-wrap gap-2">
              <ReplayForm action={replayRunNow} about={{ id, mode }} label="Replay" />
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
