import type { ReactNode } from "react";
import { cn } from "#components/ui/cn.ts";
import type { Locale } from "#lib/words/locale.ts";
import type { Period, Unit } from "./chart-data.ts";
import { labelPlaces } from "./label-places.ts";
import type { ValueScale } from "./value-scale.ts";
import { axisText } from "./value-text.ts";

/** Pixels; the width is the screen's, so what lies along it is in per cent. */
export const plotHeight = 200;
export const plotTop = 12;
const axisWidth = 60;
const labelsHeight = 24;

interface PlotProps {
  /** What the drawing shows, read out in its place. */
  summary: string;
  periods: readonly Period[];
  /** Where the middle of a period lies, in per cent of the width. */
  getMiddle: (index: number) => number;
  scale: ValueScale;
  unit: Unit;
  locale: Locale;
  children: ReactNode;
}

/**
 * Axes and what is drawn between them. There is no viewBox: text and hatching keep their size at any width, and only what
 * is given in per cent moves.
 */
export function Plot({ summary, periods, getMiddle, scale, unit, locale, children }: PlotProps) {
  const height = plotHeight + labelsHeight;
  return (
    <div className="flex min-w-0">
      <svg aria-hidden width={axisWidth} height={height} className="shrink-0 overflow-visible">
        {scale.ticks.map((tick) => (
          <text
            key={tick}
            x={axisWidth - 8}
            y={scale.y(tick)}
            dy="0.32em"
            textAnchor="end"
            className="fill-muted text-xs tabular-nums"
          >
            {axisText(tick, unit, locale)}
          </text>
        ))}
      </svg>
      <svg role="img" aria-label={summary} height={height} className="min-w-0 flex-1 overflow-visible">
        {scale.ticks.map((tick) => (
          <line
            key={tick}
            x1="0"
            x2="100%"
            y1={scale.y(tick)}
            y2={scale.y(tick)}
            className={tick === 0 ? "stroke-control" : "stroke-line"}
          />
        ))}
        {children}
        {labelPlaces(periods.length).map(({ index, isOnPhone }) => (
          <text
            key={index}
            x={`${getMiddle(index)}%`}
            y={plotHeight + labelsHeight - 4}
            textAnchor={anchorAt(getMiddle(index))}
            className={cn("fill-muted text-xs", !isOnPhone && "max-sm:hidden")}
          >
            {periods[index]?.shortLabel}
          </text>
        ))}
      </svg>
    </div>
  );
}

/** A label at an edge of the drawing stays within it. */
function anchorAt(percent: number): "start" | "middle" | "end" {
  if (percent < 4) return "start";
  return percent > 96 ? "end" : "middle";
}
