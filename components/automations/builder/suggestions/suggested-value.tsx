"use client";

import { WandSparkles } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import type { Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { automationsBuilderSuggestions as t } from "#lib/words/en/screens/automations-builder-suggestions.ts";
import { useSources } from "../mapping/use-sources.ts";
import { type FieldSuggestion, toMapping } from "./suggestions.ts";

interface SuggestAllProps {
  suggestions: readonly FieldSuggestion[];
  onTake: (mapping: Mapping) => void;
}

/** All suggestions of a step at one press. */
export function SuggestAll({ suggestions, onTake }: SuggestAllProps) {
  if (suggestions.length < 2) return null;
  return (
    <Button
      icon={<WandSparkles aria-hidden />}
      className="justify-self-start"
      onClick={() => onTake(toMapping(suggestions))}
    >
      {t("suggest_all_use_all_count_suggestions", { count: suggestions.length })}
    </Button>
  );
}

interface SuggestedValueProps {
  suggestion: FieldSuggestion | undefined;
  onTake: (value: Value) => void;
}

/** What most likely belongs into a field, with the reason. */
export function SuggestedValue({ suggestion, onTake }: SuggestedValueProps) {
  const describeValue = useDescription();
  if (!suggestion) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-control border border-accent-line border-dashed px-3 py-2 text-sm">
      <p className="min-w-0 flex-1 basis-48">
        <span className="text-muted">{t("suggested_value_suggested")} </span>
        <span className="font-medium">{describeValue(suggestion.value)}</span>{" "}
        <span className="text-muted">{suggestion.reason}</span>
      </p>
      <Button
        size="sm"
        aria-label={t("suggested_value_use_wordsof_name", {
          wordsOf: describeValue(suggestion.value),
          name: suggestion.name,
        })}
        onClick={() => onTake(suggestion.value)}
      >
        {t("suggested_value_use")}
      </Button>
    </div>
  );
}

/** A value in a few words. */
function useDescription(): (value: Value) => string {
  const { getLabel } = useSources();
  return function describeValue(value: Value): string {
    switch (value.kind) {
      case "field":
      case "result":
      case "line":
        return getLabel(value);
      case "fixed":
        return String(value.value);
      case "text":
        return value.parts.map((part) => (typeof part === "string" ? part : getLabel(part))).join("");
      case "each_line":
        return t("use_description_one_entry_each_order");
      case "object":
        return Object.values(value.fields).map(describeValue).join(", ");
      case "list":
        return value.items.map(describeValue).join(", ");
    }
  };
}
