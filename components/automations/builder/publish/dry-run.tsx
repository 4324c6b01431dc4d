"use client";

import { useMutation } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { dryRunDraft } from "#app/(dashboard)/automations/[id]/edit/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { faultWords } from "../fault-words.ts";
import { dryRunWords } from "./dry-run-words.ts";

/** What the draft would have done with the newest events. Nothing is sent. */
export function DryRun({ id }: { id: string }) {
  const run = useMutation({ mutationFn: () => dryRunDraft(id) });
  const result = run.data;
  return (
    <section aria-label="Dry run" className="grid min-w-0 gap-2">
      <Button
        icon={<FlaskConical aria-hidden />}
        isPending={run.isPending}
        className="justify-self-start"
        onClick={() => run.mutate()}
      >
        Try it on your last events
      </Button>
      <p className="text-muted text-sm">Up to 500 of them; nothing is sent.</p>
      <div role="status" className="empty:hidden">
        {run.isError && <Notice tone="danger">Patchbay cannot be reached. Try again.</Notice>}
        {result && !result.ok && <Notice tone="danger">{result.message}</Notice>}
        {result?.ok && <DryRunOutcome {...dryRunWords(result.data)} events={result.data.events} />}
      </div>
    </section>
  );
}

type FaultySteps = readonly { problems: readonly { path: string; message: string }[] }[];

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
              {summary ?? eventId}: {firstFault(steps)}
            </li>
          ))}
        </ul>
      )}
    </Notice>
  );
}

function firstFault(steps: FaultySteps): string {
  const [first] = steps.flatMap(({ problems }) => problems);
  return first ? faultWords(first.path, first.message) : "A step would fail.";
}
