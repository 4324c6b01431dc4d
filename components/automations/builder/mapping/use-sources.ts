"use client";

import { useLocale } from "#components/ui/locale-context.tsx";
import type { ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import { fullAllowance } from "#lib/automations/mapping/keepable.ts";
import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import { type Read, readSource } from "#lib/automations/mapping/read-source.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { sourceTitle } from "#lib/automations/words/field-words.ts";
import { aboutEvent, type NamedStep, type Names, unnamed } from "#lib/automations/words/names.ts";
import { useBuilder, usePlace } from "../builder-context.ts";

/** What sources are called where they are used, and what they come to for the sample. */
export function useSources() {
  const { event, scope } = useBuilder();
  const { earlier, line, lineAtHand } = usePlace();
  const locale = useLocale();
  const results = Object.fromEntries(earlier.map(({ step, shape }) => [step, shape]));
  const reader = { locale, timeZone: scope?.merchant.timeZone ?? "UTC" };
  const steps = earlier.map(({ step, title, shape }): [string, NamedStep] => [
    step,
    { title, input: shapeOfType("any"), output: shape },
  ]);
  const known: Names = { ...unnamed(reader), event, steps: new Map(steps) };
  const names = scope ? aboutEvent(known, scope.event) : known;

  /** Without what is done to it, which stands beside it. */
  function getLabel(source: Source | ConditionSource): string {
    return sourceTitle({ ...source, transforms: [] }, names, line);
  }

  /** Null while there is no sample. */
  function read(source: Source | ConditionSource): Read | null {
    return scope && readSource(source, scope, lineAtHand, fullAllowance());
  }

  return { shapes: { event, results }, line, names, getLabel, read };
}
