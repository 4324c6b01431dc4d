import type { ReactNode } from "react";
import { Rail, RailItem } from "#components/ui/rail.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RunDto } from "#lib/automations/runs/run-schema.ts";
import { lookUp } from "#lib/look-up.ts";
import { StepItem } from "./step-item.tsx";

/** The marks of the apps, by the app's id: they are drawn by the server. */
export type Marks = Readonly<Record<string, ReactNode>>;

interface RunTimelineProps {
  run: RunDto;
  zone: string;
  marks: Marks;
  /** After a decision, to read the run anew; null where the reader cannot decide here. */
  onDecided: (() => Promise<void>) | null;
}

/** What a run has done so far: its condition, then each step in its order. */
export function RunTimeline({ run, zone, marks, onDecided }: RunTimelineProps) {
  const { condition, steps, sameAsRunId } = run;
  return (
    <Rail label="Condition and steps, in their order">
      {sameAsRunId !== null && (
        <RailItem tone="neutral" title="Another run has done this already">
          <TextLink href={`/deliveries/${sameAsRunId}`}>See that run</TextLink>
        </RailItem>
      )}
      {condition && (
        <RailItem
          tone={condition.isMet ? "success" : "neutral"}
          title={condition.isMet ? "The condition is met" : "The condition is not met, so nothing was done"}
        >
          {!condition.isMet && (
            <p className="[overflow-wrap:anywhere]">
              {condition.message ?? "Its value is not known any more."}
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
        <RailItem tone="neutral" title="What it did is not kept any more" />
      )}
    </Rail>
  );
}
