"use client";

import { useMutation } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { dryRunDraft } from "#components/automations/builder/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { automationsBuilderPublish as t } from "#lib/words/en/screens/automations-builder-publish.ts";
import { useBuilder } from "../builder-context.ts";
import { findChosen, shapesOfAction } from "../builder-model.ts";
import { faultWords } from "../fault-words.ts";
import { dryRunWords } from "./dry-run-words.ts";

/** What the draft would have done with the newest events. Nothing is sent. */
export function DryRun({ id }: { id: string }) {
  const run = useMutation({ mutationFn: () => dryRunDraft(id) });
  const result = run.data;
  return (
    <section aria-label={t("dry_run_dry_run")} className="grid min-w-0 gap-2">
      <Button
        icon={<FlaskConical aria-hidden />}
        isPending={run.isPending}
        className="justify-self-start"
        onClick={() => run.mutate()}
      >
        {t("dry_run_try_your_last_events")}
      </Button>
      <p className="text-muted text-sm">{t("dry_run_up_500_them_nothing")}</p>
      <div role="status" className="empty:hidden">
        {run.isError && <Notice tone="danger">{t("dry_run_patchbay_cannot_reached_try")}</Notice>}
        {result && !result.ok && <Notice tone="danger">{result.message}</Notice>}
        {result?.ok && <DryRunOutcome {...dryRunWords(result.data)} events={result.data.events} />}
      </div>
    </section>
  );
}

type FaultySteps = readonly { key: string; problems: readonly { path: string; message: string }[] }[];

interface DryRunOutcomeProps extends ReturnType<typeof dryRunWords> {
  events: readonly {
    eventId: string;
    summary: string | null;
    outcome: string;
    steps: FaultySteps;
  }[];
}

/** So many of the failing events are named. */
const mostNamed = 5;

function DryRunOutcome({ tone, title, lines, events }: DryRunOutcomeProps) {
  const { snapshot, definition } = useBuilder();
  const findInput = (key: string) => {
    const step = definition.steps.find((one) => one.key === key);
    return step ? shapesOfAction(findChosen(snapshot, step).action).input : null;
  };
  const failing = events.filter(({ outcome }) => outcome === "failing").slice(0, mostNamed);
  return (
    <Notice tone={tone} title={title}>
      <ul className="grid gap-0.5">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {failing.length > 0 && (
        <ul className="mt-2 grid list-disc gap-0.5 pl-4.5 text-sm marker:text-subtle">
          {failing.map(({ eventId, summary, steps }) => (
            <li key={eventId}>
              {summary ?? eventId}: {firstFault(steps, findInput)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function firstFault(steps: FaultySteps, findInput: (step: string) => Shape | null): string {
  const [first] = steps.flatMap(({ key, problems }) => problems.map((problem) => ({ key, ...problem })));
  return first
    ? faultWords(first.path, first.message, findInput(first.key))
    : t("first_fault_step_would_fail");
}
