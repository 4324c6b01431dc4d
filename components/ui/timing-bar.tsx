import { ui as t } from "#lib/words/en/screens/ui.ts";
import { cn } from "./cn.ts";
import { durationText } from "./time-text.ts";

export interface TimingSegment {
  name: string;
  ms: number;
}

interface TimingBarProps {
  /** In the order they happened; at most five get their own colour. */
  segments: readonly TimingSegment[];
  /** Measured over all; the part no segment accounts for is left blank. Defaults to the sum. */
  totalMs?: number;
  className?: string;
}

const fills = ["bg-series-1", "bg-series-2", "bg-series-3", "bg-series-4", "bg-series-5"];

/** Where the time went: a bar split by segment, with the figures under it. */
export function TimingBar({ segments, totalMs, className }: TimingBarProps) {
  const sumMs = segments.reduce((sum, segment) => sum + segment.ms, 0);
  const wholeMs = Math.max(totalMs ?? sumMs, sumMs, Number.MIN_VALUE);
  return (
    <div className={cn("grid gap-2.5", className)}>
      <div aria-hidden className="flex h-2.5 gap-px overflow-hidden rounded-pill bg-pressed">
        {segments.map((segment, index) => (
          <span
            key={segment.name}
            className={cn("min-w-0.5", fills[index % fills.length])}
            style={{ width: `${(segment.ms / wholeMs) * 100}%` }}
          />
        ))}
      </div>
      <dl className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {segments.map((segment, index) => (
          <div key={segment.name} className="flex items-center gap-1.5">
            <span aria-hidden className={cn("size-2 rounded-pill", fills[index % fills.length])} />
            <dt className="text-muted">{segment.name}</dt>
            <dd className="text-ink">{durationText(segment.ms)}</dd>
          </div>
        ))}
        <div className="ml-auto flex gap-1.5">
          <dt className="text-muted">{t("timing_bar_total")}</dt>
          <dd className="font-medium text-ink">{durationText(totalMs ?? sumMs)}</dd>
        </div>
      </dl>
    </div>
  );
}
