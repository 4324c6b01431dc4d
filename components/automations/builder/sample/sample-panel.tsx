"use client";

import { ChevronLeft, ChevronRight, RefreshCw } from "lucide-react";
import { Badge } from "#components/ui/badge.tsx";
import { IconButton } from "#components/ui/icon-button.tsx";
import { RelativeTime } from "#components/ui/relative-time.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
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
      aria-label="Sample"
      className="grid min-w-0 gap-3 rounded-card border border-line bg-surface p-4 shadow-card"
    >
      <div className="flex items-start justify-between gap-x-3">
        <div className="min-w-0">
          <h2 className="flex flex-wrap items-center gap-2 font-semibold">
            Sample {isExample ? <Badge>Example</Badge> : <Badge tone="success">Your event</Badge>}
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
            label="Newer event"
            icon={<ChevronLeft aria-hidden />}
            disabled={newer === null}
            onClick={() => newer?.()}
          />
          <IconButton
            label="Older event"
            icon={<ChevronRight aria-hidden />}
            disabled={older === null}
            onClick={() => older?.()}
          />
          <IconButton
            label="Show the newest event"
            icon={<RefreshCw aria-hidden />}
            onClick={samples.reload}
          />
        </div>
      </div>
      {isExample && !samples.isLoading && (
        <p className="text-muted text-sm">
          No event of this type has come yet, so an example stands in. Your newest one takes its place once
          there is one.
        </p>
      )}
      <SampleValues event={event} />
    </section>
  );
}
