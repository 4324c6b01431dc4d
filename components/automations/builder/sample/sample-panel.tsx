"use client";

import { ChevronLeft, ChevronRight, RefreshCw } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { automationsBuilderSample as t } from "#lib/words/en/screens/automations-builder-sample.ts";
import { SampleValues } from "./sample-values.tsx";
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
