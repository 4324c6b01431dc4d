"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { suggestForStep } from "#components/automations/builder/server-actions.ts";
import { useBuilder } from "../builder-context.ts";
import type { FieldSuggestion } from "./suggestions.ts";

const none: readonly FieldSuggestion[] = [];

/** What most likely belongs into the fields of a step. It hangs on the event, the action and the steps before alone. */
export function useSuggestions(key: string): readonly FieldSuggestion[] {
  const { id, definition } = useBuilder();
  const at = definition.steps.findIndex((step) => step.key === key);
  const known = definition.steps.slice(0, at + 1);
  const { data } = useQuery({
    queryKey: [
      "builder-suggestions",
      definition.eventType,
      known.map((step) => [step.key, step.integrationId, step.action]),
    ],
    queryFn: () => {
      const steps = known.map((step) => ({ ...step, mapping: {}, condition: null, mustReach: null }));
      return suggestForStep({ id, definition: { ...definition, condition: null, steps }, step: key });
    },
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });
  return data?.ok ? data.data : none;
}
