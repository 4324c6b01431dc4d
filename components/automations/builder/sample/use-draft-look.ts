"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { lookAtDraft } from "#components/automations/builder/server-actions.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";
import type { DraftProblem } from "../problems.ts";
import type { SaveState } from "../save/use-autosave.ts";
import { type StepPreview, toStepPreview } from "./step-preview.ts";

/** An event to look at values with. */
type Sample = {
  id: string;
  type: string;
  occurredAt: string;
  data: Readonly<Record<string, unknown>>;
  /** "Order 1042 · €37.50". */
  summary: string;
  /** The catalogue's, and none of the merchant's own. */
  isExample: boolean;
};

/** How long a person has to rest before the draft is looked at. */
const REST_MS = 400;

/** What kept a draft from being published, for as long as it stays as it was. */
export type Refused = { definition: Definition; faults: readonly { path: string; message: string }[] };

interface DraftLookOptions {
  id: string;
  definition: Definition;
  merchant: { timeZone: string; locale: string };
  save: SaveState;
  refused: Refused | null;
}

/** What is wrong with a draft, and what it makes of an event of the merchant's, once it has rested. */
export function useDraftLook({ id, definition, merchant, save, refused }: DraftLookOptions) {
  const [wanted, setWanted] = useState<{ type: string; eventId: string } | null>(null);
  const rested = useRested(definition);
  const eventId = wanted?.type === rested.eventType ? wanted.eventId : undefined;
  const { data, isPending, refetch } = useQuery({
    queryKey: ["builder-look", id, JSON.stringify(rested), eventId],
    queryFn: () => lookAtDraft({ id, definition: rested, eventId }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const problems = useMemo(() => {
    const unsaved = save.kind === "refused" ? save.fieldErrors : [];
    const unpublished = refused?.definition === definition ? refused.faults : [];
    return withFaults(data?.problems ?? [], [...unsaved, ...unpublished]);
  }, [data, save, refused, definition]);
  const preview = data?.preview ?? null;
  const isOfType = preview?.event.type === definition.eventType;
  const sample = useMemo(
    (): Sample =>
      preview && isOfType
        ? {
            ...preview.event,
            summary: preview.event.summary ?? preview.event.id,
            isExample: preview.event.from === "example",
          }
        : createSample(definition.eventType),
    [preview, isOfType, definition.eventType],
  );
  const scope = useMemo<Scope>(
    () => ({ event: sample, results: toResults(preview?.steps ?? []), merchant }),
    [sample, preview, merchant],
  );
  const goTo = (event: string | null | undefined) =>
    event ? () => setWanted({ type: definition.eventType, eventId: event }) : null;

  return {
    problems,
    scope,
    getPreview: (at: number): StepPreview | null => {
      const tried = preview?.steps.find(({ key }) => key === definition.steps[at]?.key);
      return tried && isOfType ? toStepPreview(tried) : null;
    },
    samples: {
      sample,
      isLoading: isPending,
      newer: goTo(isOfType ? preview.newerEventId : null),
      older: goTo(isOfType ? preview.olderEventId : null),
      /** Back to the newest, which may be one that has just come. */
      reload: () => {
        setWanted(null);
        void refetch();
      },
    },
  };
}

export type Samples = ReturnType<typeof useDraftLook>["samples"];

/** What was refused is told, too, where the check has nothing to say of its place. */
function withFaults(
  found: readonly DraftProblem[],
  faults: readonly { path: string; message: string }[],
): readonly DraftProblem[] {
  const told = new Set(found.map(({ path }) => path));
  const others = faults.filter(({ path }) => !told.has(path));
  return [...found, ...others.map((fault): DraftProblem => ({ ...fault, weight: "refused" }))];
}

function toResults(steps: readonly { key: string; result: Record<string, unknown> | null }[]) {
  return Object.fromEntries(steps.flatMap(({ key, result }) => (result === null ? [] : [[key, result]])));
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

/** The example of an event type. */
function createSample(type: string): Sample {
  return {
    id: "evt_example",
    type,
    occurredAt: "2026-10-02T18:44:10.000Z",
    data: findEventType(type)?.example ?? {},
    summary: t("example_of_example"),
    isExample: true,
  };
}
