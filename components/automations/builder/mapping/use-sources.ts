"use client";

import type { ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import { fullAllowance } from "#lib/automations/mapping/keepable.ts";
import type { Source } from "#lib/automations/mapping/mapping-schema.ts";
import { type Read, readSource } from "#lib/automations/mapping/read-source.ts";
import { lookUp } from "#lib/look-up.ts";
import { useBuilder, usePlace } from "../builder-context.ts";
import { titleOfPath } from "../field-titles.ts";

/** What sources are called where they are used, and what they come to for the sample. */
export function useSources() {
  const { event, scope } = useBuilder();
  const { earlier, line, lineAtHand } = usePlace();
  const results = Object.fromEntries(earlier.map(({ step, shape }) => [step, shape]));

  function labelOf(source: Source | ConditionSource): string {
    if (source.kind === "field") return titleOfPath(event, source.path);
    if (source.kind === "line") return titleOfPath(line, source.path);
    const step = earlier.find(({ step: key }) => key === source.step);
    const title = titleOfPath(lookUp(results, source.step) ?? null, source.path);
    return `${step ? `Step ${step.number}` : "A step that is gone"} · ${title}`;
  }

  /** Null while there is no sample. */
  function read(source: Source | ConditionSource): Read | null {
    return scope && readSource(source, scope, lineAtHand, fullAllowance());
  }

  return { shapes: { event, results }, line, labelOf, read };
}
