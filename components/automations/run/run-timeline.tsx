import type { ReactNode } from "react";
import { Rail, RailItem } from "#components/ui/rail.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunDto } from "#lib/automations/runs/run-schema.ts";
import { lookUp } from "#lib/look-up.ts";
import { automationsRun as t } from "#lib/words/en/screens/automations-run.ts";
import { StepItem } from "./step-item.tsx";

/** The marks of the apps, by the app's id: they are drawn by the server. */
export type Marks = Readonly<Record<string, ReactNode>>;

interface RunTimelineProps {
  run: RunDto;
  zone: string;
  marks: Marks;
  /** After a decision, to read the run again; null where the reader cannot decide here. */
  onDecided: (() => Promise<void>) | null;
}

/** What a run has done so far: its condition, then each step in its order. */
export function RunTimeline({ run, zone, marks, onDecided }: RunTimelineProps) {
  const { condition, steps, sameAsRunId } = run;
  return (
    <Rail label={t("run_timeline_label")}>
      {sameAsRunId !== null && (
        <RailItem tone="neutral" title={t("run_timeline_title")}>
          <TextLink href={`/deliveries/${sameAsRunId}`}>{t("run_timeline_see_that_run")}</TextLink>
        </RailItem>
      )}
      {condition && (
        <RailItem
          tone={condition.isMet ? "success" : "neutral"}
          title={condition.isMet ? t("run_timeline_condition_met") : t("run_timeline_condition_not_met_so")}
        >
          {!condition.isMet && (
            <p className="[overflow-wrap:anywhere]">
              {condition.message ?? t("run_timeline_value_not_known_any")}
            </p>
          )}
        </RailItem>
      )}
      {steps.map((step) => (
        <StepItem
          key={step.key}
          run={run}
          step={step}
          zone={zone}
          mark={step.provider && lookUp(marks, step.provider)}
          onDecided={onDecided}
        />
      ))}
      {steps.length === 0 && !condition && sameAsRunId === null && (
        <RailItem tone="neutral" title={t("run_timeline_what_did_not_kept")} />
      )}
    </Rail>
  );
}
