"use client";

import { Trash2 } from "lucide-react";
import { FieldError } from "#components/ui/field.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Select } from "#components/ui/select.tsx";
import type {
  Comparison,
  ComparisonName,
  ConditionSource,
} from "#lib/automations/conditions/condition-schema.ts";
import { findSource } from "#lib/automations/mapping/find-source.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { comparedValue, comparisonWord } from "#lib/automations/words/condition-words.ts";
import { automationsBuilderCondition as t } from "#lib/words/en/screens/automations-builder-condition.ts";
import { useBuilder } from "../builder-context.ts";
import { useSources } from "../mapping/use-sources.ts";
import { findShownError, problemsWithin } from "../problems.ts";
import { ComparisonValue } from "./comparison-value.tsx";
import { comparisonsFor, withComparison } from "./condition-edits.ts";

interface ComparisonRowProps {
  compared: Comparison;
  /** Its place in its group, from 1. */
  number: number;
  path: Path;
  onChange: (compared: Comparison) => void;
  onRemove: () => void;
}

/** "Total amount · is more than · 50.00", with what the sample has there. */
export function ComparisonRow({ compared, number, path, onChange, onRemove }: ComparisonRowProps) {
  const { problems, isAsked } = useBuilder();
  const { shapes, names, getLabel } = useSources();
  const found = findSource(compared.source, shapes, null);
  const shape = "found" in found ? found.found.shape : shapeOfType("any");
  const offered = comparisonsFor(shape);
  const known = offered.includes(compared.comparison) ? offered : [...offered, compared.comparison];
  const label = getLabel(compared.source);
  const sample = useSampleWords(compared.source);
  const error = findShownError(problemsWithin(problems, path), isAsked);
  const isName = (name: string): name is ComparisonName => known.some((one) => one === name);
  return (
    <fieldset className="grid min-w-0 gap-2 rounded-control border border-line bg-sunken p-3">
      <legend className="sr-only">{t("comparison_row_comparison_number_label", { number, label })}</legend>
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0">
          <span className="font-medium">{label}</span>
          {sample !== null && (
            <span className="text-muted text-sm"> {t("comparison_row_sample_sample", { sample })}</span>
          )}
        </p>
        <IconButton
          size="sm"
          label={t("comparison_row_remove_comparison_number_label", { number, label })}
          icon={<Trash2 aria-hidden />}
          onClick={onRemove}
          className="-my-1 -mr-1"
        />
      </div>
      <div className="grid gap-2 sm:grid-cols-[12rem_minmax(0,1fr)]">
        <Select
          aria-label={t("comparison_row_how_label_compared", { label })}
          value={compared.comparison}
          options={known.map((name) => ({
            value: name,
            label: comparisonWord(name, shape.type, names.reader.locale),
          }))}
          onChange={(event) => {
            const name = event.target.value;
            if (isName(name)) onChange(withComparison(compared.source, name, shape, compared));
          }}
        />
        <ComparisonValue label={label} compared={compared} shape={shape} onChange={onChange} />
      </div>
      {error && <FieldError>{error}</FieldError>}
    </fieldset>
  );
}

/** What the sample has there; null while there is no sample. */
function useSampleWords(source: ConditionSource): string | null {
  const { names, read } = useSources();
  const found = read(source);
  if (found === null) return null;
  return found.kind === "value" ? comparedValue(found.value, source, names) : "missing";
}
