import { ExternalLink } from "lucide-react";
import type { ReactNode } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { RailItem } from "#components/ui/rail.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunDto, RunStepDto } from "#lib/automations/runs/run-schema.ts";
import { automationsRun as t } from "#lib/words/en/screens/automations-run.ts";
import { decisionText } from "./decision-text.ts";
import { StepDecision } from "./step-decision.tsx";
import { stepState } from "./step-state.ts";

interface StepItemProps {
  run: RunDto;
  step: RunStepDto;
  zone: string;
  /** The app's mark. */
  mark: ReactNode;
  /** After a decision, to read the run again; null = the reader cannot decide here. */
  onDecided: (() => Promise<void>) | null;
}

/** One step of a run: how it stands and why, what was sent and answered, where to look, and what is asked. */
export function StepItem({ run, step, zone, mark, onDecided }: StepItemProps) {
  const { tone, word, isPlanned } = stepState(step, run);
  return (
    <RailItem
      tone={tone}
      isPlanned={isPlanned}
      title={
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          {mark}
          <span>
            {step.title}{" "}
            <span className="font-normal text-muted">
              {step.app && t("step_item_app", { app: step.app })}
            </span>
          </span>
        </span>
      }
      meta={
        <span className="flex flex-wrap items-center gap-x-2">
          <Status tone={tone}>{word}</Status>
          {step.updatedAt && <RelativeTime at={step.updatedAt} zone={zone} />}
        </span>
      }
    >
      <div className="grid min-w-0 justify-items-start gap-2 *:min-w-0 [&>details]:w-full">
        {step.message && <p className="max-w-prose [overflow-wrap:anywhere]">{step.message}</p>}
        {step.decision && (
          <p className="text-muted">
            {decisionText(step.decision)} <RelativeTime at={step.decision.at} zone={zone} />
          </p>
        )}
        {step.late && <LateStep late={step.late} zone={zone} />}
        {onDecided && <StepDecision run={run} step={step} onChanged={onDecided} />}
        <StepData step={step} />
        {(step.url || step.callId) && (
          <p className="flex flex-wrap gap-x-4 gap-y-1">
            {step.url && (
              <TextLink
                href={step.url}
                target="_blank"
                rel="noreferrer"
                className="inline-flex items-center gap-1"
              >
                {t("step_item_see_app", { app: step.app })} <ExternalLink aria-hidden className="size-3.5" />
              </TextLink>
            )}
            {step.callId && step.provider && (
              <TextLink href={`/marketplace/${step.provider}?account=${step.integrationId}#activity`}>
                {t("step_item_requests_app", { app: step.app })}
              </TextLink>
            )}
          </p>
        )}
      </div>
    </RailItem>
  );
}

/** That a step which had to reach someone did not in time, and what was done then. */
function LateStep({ late, zone }: { late: NonNullable<RunStepDto["late"]>; zone: string }) {
  return (
    <p className="max-w-prose">
      {t("late_step_was_not_done_time", {
        secondWay: late.secondWay ?? t("late_step_fallback_being_tried_now"),
      })}
      {late.confirmedAt !== null && (
        <span className="text-muted">
          {" "}
          {t.rich("late_step_confirmed_as_taken_care", {
            relativeTime: <RelativeTime at={late.confirmedAt} zone={zone} />,
          })}
        </span>
      )}
    </p>
  );
}

/** Folded away: what the app was given, and what it answered. */
function StepData({ step }: { step: RunStepDto }) {
  const { input, output, isDataKept, title, status } = step;
  if (!isDataKept) {
    return <p className="text-muted text-sm">{t("step_data_what_was_sent_answered")}</p>;
  }
  if (input === null && output === null) return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-tag py-1 font-medium text-accent-text text-sm max-md:py-2.5">
        {t.rich("step_data_select_yes_what_was", {
          is: output !== null ? "yes" : "no",
          status,
          title: <span className="sr-only">: {title}</span>,
        })}
      </summary>
      <div className="mt-1.5 grid gap-3">
        {input !== null && (
          <CodeBlock
            label={t("step_data_sent_title", { title })}
            language="json"
            code={JSON.stringify(input)}
          />
        )}
        {output !== null && (
          <CodeBlock
            label={t("step_data_answered_title", { title })}
            language="json"
            code={JSON.stringify(output)}
          />
        )}
      </div>
    </details>
  );
}
