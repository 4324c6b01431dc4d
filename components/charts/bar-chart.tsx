import type { Locale } from "#lib/words/locale.ts";
import { type BarLayout, barBoxes, computeBands, findExtent } from "./bar-boxes.ts";
import { chooseFill, hasValues, type Period, type Series, type Unit } from "./chart-data.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { chartSummary, periodName } from "./chart-summary.ts";
import { Legend } from "./legend.tsx";
import { PeriodTable } from "./period-table.tsx";
import { Plot, plotHeight, plotTop } from "./plot.tsx";
import { round, valueScale } from "./value-scale.ts";
import { valueText } from "./value-text.ts";

interface BarChartProps extends ChartProps {
  periods: readonly Period[];
  /** At most five: as many colours are told apart. */
  series: readonly Series[];
  unit: Unit;
  locale: Locale;
  /** Of the table's first column: "Month". */
  periodTitle: string;
  layout?: BarLayout;
}

/** Bars by period, beside each other or on top of each other. */
export function BarChart({
  periods,
  series,
  unit,
  locale,
  periodTitle,
  layout = "stacked",
  ...frame
}: BarChartProps) {
  const count = periods.length;
  const scale = valueScale(findExtent(series, count, layout), { height: plotHeight, top: plotTop });
  const { getStart, width } = computeBands(count);
  const hatch = `${frame.id}-hatch`;
  const isPart = (index: number) => periods[index]?.isPart === true;
  return (
    <ChartFrame
      {...frame}
      isEmpty={count === 0 || !hasValues(series)}
      legend={
        <Legend series={series} hasPart={periods.some((_, index) => isPart(index))} partMark="hatched" />
      }
      table={<PeriodTable caption={frame.title} {...{ periodTitle, periods, series, unit, locale }} />}
    >
      <Plot
        summary={`${frame.title}. ${chartSummary({ periods, series, unit, locale })}`}
        getMiddle={(index) => round(getStart(index) + width / 2)}
        {...{ periods, scale, unit, locale }}
      >
        <defs>
          <pattern
            id={hatch}
            width="6"
            height="6"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="3" height="6" className="fill-surface" />
          </pattern>
        </defs>
        {barBoxes(series, { count, layout, scale }).map((box) => {
          const place = { x: `${box.x}%`, width: `${box.width}%`, y: box.y, height: box.height };
          const period = periods[box.periodIndex];
          return (
            <g key={`${box.seriesIndex}-${box.periodIndex}`}>
              <rect {...place} className={`${chooseFill(box.seriesIndex)} stroke-surface`} />
              {isPart(box.periodIndex) && <rect {...place} fill={`url(#${hatch})`} fillOpacity="0.6" />}
              <title>
                {`${period ? periodName(period) : ""}: ${series[box.seriesIndex]?.title} ${valueText(box.value, unit, locale)}`}
              </title>
            </g>
          );
        })}
      </Plot>
    </ChartFrame>
  );
}
