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
import { titled } from "#lib/auth/titled.ts";
import { replayRun } from "#lib/automations/replay-run.ts";
import { getRun } from "#lib/automations/runs/get-run.ts";
import { AppError } from "#lib/errors.ts";
import { readRunId } from "#lib/transport/action.ts";
import { deliveriesPages as t } from "#lib/words/en/screens/deliveries-pages.ts";
import { renderError } from "#lib/words/render-error.ts";

export const generateMetadata = titled(() => ({ title: t("replay_title") }));

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
  const newest = plan instanceof AppError ? readRunId(plan) : null;
  return (
    <ReplayView
      back={{ href: `/deliveries/${id}`, label: t("replay_run_page_run") }}
      title={t("replay_run_page_title", { automationName: run.automationName })}
      path={`/deliveries/${id}/replay`}
      mode={mode}
    >
      {plan instanceof AppError ? (
        <Notice tone="warning" title={t("replay_run_page_cannot_replayed_like_this")}>
          {renderError(plan, ctx.locale).message}{" "}
          {newest !== null && (
            <TextLink href={`/deliveries/${newest}`}>{t("replay_run_page_open_newest_run")}</TextLink>
          )}
        </Notice>
      ) : (
        <ReplayPlan
          description={t("replay_run_page_description", { version: plan.version })}
          steps={plan.steps.map(({ effect, ...step }) => ({
            ...step,
            // That a step will be done is all that there is to say of it.
            message: effect === "runs" ? undefined : step.message,
            effect: <Status tone={effectWords()[effect].tone}>{effectWords()[effect].word}</Status>,
          }))}
          form={{ action: replayRunNow, about: { id, mode }, label: t("replay_run_page_replay") }}
        />
      )}
    </ReplayView>
  );
}
