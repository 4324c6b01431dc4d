"use client";

import { useEffect, useRef } from "react";
import { useLocale } from "#components/ui/locale-context.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { candidatesOf } from "#lib/automations/suggestions/candidates.ts";
import { titleOfPath } from "#lib/automations/words/field-words.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";
import { useBuilder } from "../builder-context.ts";
import { shownField } from "./shown-field.ts";

/** Every value of the sample by its plain name. */
export function SampleValues({ event }: { event: Shape }) {
  const { scope } = useBuilder();
  const locale = useLocale();
  const fold = useRef<HTMLDetailsElement>(null);
  // On a phone they would stand between a person and the next step.
  useEffect(() => {
    if (fold.current) fold.current.open = matchMedia("(min-width: 64rem)").matches;
  }, []);
  const rows = candidatesOf(event, [])
    .filter(({ shape }) => shape.type !== "object" && shape.type !== "money")
    .map((candidate) => ({
      title: titleOfPath(event, candidate.path),
      value: scope && shownField(candidate, scope, null, locale),
    }));
  const there = rows.filter(({ value }) => value !== null);
  const missing = rows.filter(({ value }) => value === null);
  return (
    <details ref={fold} className="min-w-0">
      <summary className="min-h-8 w-fit cursor-pointer rounded-tag text-muted text-sm hover:text-ink max-md:min-h-10">
        {t("sample_values_count_plural_one_1", { count: there.length })}
      </summary>
      <dl className="grid grid-cols-[minmax(0,2fr)_minmax(0,3fr)] gap-x-3 gap-y-1.5 text-sm">
        {there.map(({ title, value }) => (
          <div key={title} className="contents">
            <dt className="text-muted">{title}</dt>
            <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
      </dl>
      {missing.length > 0 && (
        <p className="mt-2 text-subtle text-sm">
          {t("sample_values_not_this_one_map", { map: missing.map(({ title }) => title).join(", ") })}
        </p>
      )}
    </details>
  );
}
