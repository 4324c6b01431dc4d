"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import { checkDefinition } from "#app/(dashboard)/automations/[id]/edit/actions.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { evaluateMapping } from "#lib/automations/mapping/evaluate-mapping.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { formatPath } from "#lib/parse.ts";
import type { StepPreview } from "../builder-context.ts";
import type { DraftProblem } from "../problems.ts";
import type { SaveState } from "../save/use-autosave.ts";
import type { Sample } from "./samples.ts";

/** How long a person has to rest before the draft is looked at. */
const REST_MS = 400;

interface DraftLookOptions {
  id: string;
  definition: Definition;
  sample: Sample;
  merchant: { timeZone: string; locale: string };
  save: SaveState;
}

/** What is wrong with a draft, and what it makes of the sample, once it has rested. */
export function useDraftLook({ id, definition, sample, merchant, save }: DraftLookOptions) {
  const rested = useRested(definition);
  const check = useQuery({
    queryKey: ["builder-check", id, JSON.stringify(rested)],
    queryFn: () => checkDefinition({ id, definition: rested }),
    placeholderData: keepPreviousData,
    retry: false,
  });
  const problems = useMemo((): readonly DraftProblem[] => {
    const found = check.data?.ok ? check.data.data : [];
    const told = new Set(found.map(({ path }) => path));
    const refused = save.kind === "refused" ? save.fieldErrors : [];
    return [
      ...found,
      ...refused.flatMap(({ path, message }): DraftProblem[] =>
        told.has(path) ? [] : [{ path, message, weight: "refused" }],
      ),
    ];
  }, [check.data, save]);
  const scope = useMemo<Scope>(
    () => ({
      event: {
        id: sample.id ?? "evt_example",
        type: sample.type,
        occurredAt: sample.occurredAt,
        data: sample.data,
      },
      results: {},
      merchant,
    }),
    [sample, merchant],
  );

  function previewOf(at: number): StepPreview | null {
    const step = definition.steps[at];
    if (!step) return null;
    const outcome = evaluateMapping(step.mapping, scope);
    if (outcome.isReady) return { input: outcome.input, problems: [], note: null };
    return {
      input: null,
      problems: outcome.problems.map(({ path }) => ({ path: formatPath(path), message: formatPath(path) })),
      note: null,
    };
  }

  return { problems, scope, previewOf };
}

function useRested<Value>(value: Value): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}
