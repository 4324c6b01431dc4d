"use client";

import { ChevronLeft, ChevronRight, RefreshCw } from "lucide-react";
import { useEffect, useRef } from "react";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { useLocale } from "#components/ui/locale-context.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { listCandidates } from "#lib/automations/suggestions/candidates.ts";
import { titleOfPath } from "#lib/automations/words/field-words.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";
import { useBuilder } from "../builder-context.ts";
import { shownField } from "./shown-field.ts";
import type { Samples } from "./use-draft-look.ts";

interface SamplePanelProps {
  samples: Samples;
  event: Shape;
  zone: string;
}

/** The event that all values on the page are shown for, one press from the next. */
export function SamplePanel({ samples, event, zone }: SamplePanelProps) {
  const { sample, newer, older } = samples;
  const { isExample } = sample;
  return (
    <section
      aria-label={t("sample_panel_sample")}
      className="grid min-w-0 gap-3 rounded-card border border-line bg-surface p-4 shadow-card"
    >
      <div className="flex items-start justify-between gap-x-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            {t("sample_panel_sample")}{" "}
            {isExample ? (
              <Badge>{t("sample_panel_example")}</Badge>
            ) : (
              <Badge tone="success">{t("sample_panel_your_event")}</Badge>
            )}
          </h2>
          <p aria-live="polite" className="[overflow-wrap:anywhere]">
            {sample.summary}
            {!isExample && (
              <span className="text-muted text-sm">
                {" · "}
                <RelativeTime at={sample.occurredAt} zone={zone} />
              </span>
            )}
          </p>
        </div>
        <div className="-mr-1.5 flex">
          <IconButton
            label={t("sample_panel_label")}
            icon={<ChevronLeft aria-hidden />}
            disabled={newer === null}
            onClick={() => newer?.()}
          />
          <IconButton
            label={t("sample_panel_older_event")}
            icon={<ChevronRight aria-hidden />}
            disabled={older === null}
            onClick={() => older?.()}
          />
          <IconButton
            label={t("sample_panel_show_newest_event")}
            icon={<RefreshCw aria-hidden />}
            onClick={samples.reload}
          />
        </div>
      </div>
      {isExample && !samples.isLoading && (
        <p className="text-muted text-sm">{t("sample_panel_no_event_this_type")}</p>
      )}
      <SampleValues event={event} />
    </section>
  );
}

/** Every value of the sample by its plain name. */
function SampleValues({ event }: { event: Shape }) {
  const { scope } = useBuilder();
  const locale = useLocale();
  const fold = useRef<HTMLDetailsElement>(null);
  // On a phone they would stand between a person and the next step.
  useEffect(() => {
    if (fold.current) fold.current.open = matchMedia("(min-width: 64rem)").matches;
  }, []);
  const rows = listCandidates(event, [])
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
