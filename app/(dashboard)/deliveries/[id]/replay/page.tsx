import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { refused } from "#app/(dashboard)/refused.ts";
import { effectWords } from "#components/automations/replay/effect-words.ts";
import { readMode } from "#components/automations/replay/replay-modes.ts";
import { ReplayPlan, ReplayView } from "#components/automations/replay/replay-view.tsx";
import { replayRunNow } from "#components/automations/server-actions.ts";
import { readParam, type SearchParams } from "#components/listing/search-params.ts";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { requireCtx } from "#lib/auth/require-session.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { AppError } from "#lib/errors.ts";
import { runOf } from "#lib/transport/action.ts";
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
  const newest = plan instanceof AppError ? runOf(plan) : null;
  return (
    <ReplayView
      back={{ href: `/deliveries/${id}`, label: "Run" }}
      title={`Replay ${run.automationName}`}
      path={`/deliveries/${id}/replay`}
      mode={mode}
    >
      {plan instanceof AppError ? (
        <Notice tone="warning" title="It cannot be replayed like this">
          {renderError(plan, ctx.locale).message}{" "}
          {newest !== null && <TextLink href={`/deliveries/${newest}`}>Open the newest run</TextLink>}
        </Notice>
      ) : (
        <ReplayPlan
          description={`It uses version ${plan.version}.`}
          steps={plan.steps.map(({ effect, ...step }) => ({
            ...step,
            // That a step will be done is all that there is to say of it.
            message: effect === "runs" ? undefined : step.message,
            effect: <Status tone={effectWords[effect].tone}>{effectWords[effect].word}</Status>,
          }))}
          form={{ action: replayRunNow, about: { id, mode }, label: "Replay" }}
        />
      )}
    </ReplayView>
  );
}
