import type { Locale } from "#lib/words/locale.ts";
import { chooseFill, chooseStroke, hasValues, type Period, type Series, type Unit } from "./chart-data.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { chartSummary, periodName } from "./chart-summary.ts";
import { Legend } from "./legend.tsx";
import { linePaths, pointX } from "./line-paths.ts";
import { PeriodTable } from "./period-table.tsx";
import { Plot, plotHeight, plotTop } from "./plot.tsx";
import { valueScale } from "./value-scale.ts";
import { valueText } from "./value-text.ts";

interface LineChartProps extends ChartProps {
  periods: readonly Period[];
  /** At most five: as many colours are told apart. */
  series: readonly Series[];
  unit: Unit;
  locale: Locale;
  /** Of the table's first column: "Week". */
  periodTitle: string;
  /** Fills what lies between the line and zero; for one series. */
  isArea?: boolean;
}

/** Lines over periods. Where a value is not known the line is broken; what is only a part of a period is dashed. */
export function LineChart({
  periods,
  series,
  unit,
  locale,
  periodTitle,
  isArea = false,
  ...frame
}: LineChartProps) {
  const count = periods.length;
  const values = series.flatMap((one) => one.values.flatMap((value) => (value === null ? [] : [value])));
  const scale = valueScale(values, { height: plotHeight, top: plotTop });
  const isPart = (index: number) => periods[index]?.isPart === true;
  const lines = series.map((one) => linePaths({ values: one.values, isPart, scale }));
  return (
    <ChartFrame
      {...frame}
      isEmpty={count === 0 || !hasValues(series)}
      legend={
        <Legend series={series} hasPart={periods.some((_, index) => isPart(index))} partMark="dashed" />
      }
      table={<PeriodTable caption={frame.title} {...{ periodTitle, periods, series, unit, locale }} />}
    >
      <Plot
        summary={`${frame.title}. ${chartSummary({ periods, series, unit, locale })}`}
        getMiddle={(index) => pointX(index, count)}
        {...{ periods, scale, unit, locale }}
      >
        <svg
          aria-hidden
          width="100%"
          height={plotHeight}
          viewBox={`0 0 100 ${plotHeight}`}
          preserveAspectRatio="none"
          className="overflow-visible"
        >
          {lines.map((paths, place) => (
            <g key={series[place]?.key} fill="none" strokeWidth="2" className={chooseStroke(place)}>
              {isArea && paths.area && (
                <path d={paths.area} stroke="none" fillOpacity="0.16" className={chooseFill(place)} />
              )}
              {paths.whole && <path d={paths.whole} vectorEffect="non-scaling-stroke" />}
              {paths.part && <path d={paths.part} vectorEffect="non-scaling-stroke" strokeDasharray="5 4" />}
            </g>
          ))}
        </svg>
        {lines.flatMap((paths, place) =>
          paths.points.map(({ index, x, y, isPart: isHollow }) => {
            const [one, period] = [series[place], periods[index]];
            const value = one?.values[index] ?? null;
            return (
              <circle
                key={`${one?.key}-${index}`}
                cx={`${x}%`}
                cy={y}
                r="3.5"
                strokeWidth="2"
                className={`${chooseStroke(place)} ${isHollow ? "fill-surface" : chooseFill(place)}`}
              >
                <title>
                  {value !== null && period
                    ? `${periodName(period)}: ${one?.title} ${valueText(value, unit, locale)}`
                    : ""}
                </title>
              </circle>
            );
          }),
        )}
      </Plot>
    </ChartFrame>
  );
}
