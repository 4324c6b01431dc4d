import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { charts as t } from "#lib/words/en/screens/charts.ts";
import type { Locale } from "#lib/words/locale.ts";
import type { Unit } from "./chart-data.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import {
  busiestOf,
  gridOf,
  type HourValue,
  hourName,
  hours,
  shadeOf,
  shades,
  weekdayName,
  weekdays,
} from "./heat-grid.ts";
import { round } from "./value-scale.ts";
import { valueText } from "./value-text.ts";

interface HeatMapProps extends Omit<ChartProps, "id"> {
  values: readonly HourValue[];
  unit: Unit;
  locale: Locale;
}

const rowHeight = 22;
const gap = 2;
const namesWidth = 40;
const height = weekdays.length * rowHeight + 20;

/** The hours of a week, darker where there is more. The busiest is framed and named; below zero is marked by a ring. */
export function HeatMap({ values, unit, locale, ...frame }: HeatMapProps) {
  const valueAt = gridOf(values);
  const shade = shadeOf(values);
  const busiest = busiestOf(values);
  const text = (value: number) => valueText(value, unit, locale);
  const told = busiest
    ? t("heat_map_busiest_weekdayname_hourname_text", {
        weekdayName: weekdayName(busiest.weekday, locale, "long"),
        hourName: hourName(busiest.hour),
        text: text(busiest.value),
      })
    : t("heat_map_no_hour_stands_out");
  return (
    <ChartFrame
      {...frame}
      isEmpty={values.length === 0}
      legend={<p className="text-muted text-sm">{told}</p>}
      table={<HourTable caption={frame.title} {...{ valueAt, text, locale }} />}
    >
      <div className="flex min-w-0">
        <svg aria-hidden width={namesWidth} height={height} className="shrink-0">
          {weekdays.map((weekday, row) => (
            <text
              key={weekday}
              y={row * rowHeight + rowHeight / 2}
              dy="0.32em"
              className="fill-muted text-xs"
            >
              {weekdayName(weekday, locale, "short")}
            </text>
          ))}
        </svg>
        <svg role="img" aria-label={`${frame.title}. ${told}`} height={height} className="min-w-0 flex-1">
          {weekdays.flatMap((weekday, row) =>
            hours.map((hour) => {
              const value = valueAt(weekday, hour);
              const isBusiest = busiest?.weekday === weekday && busiest.hour === hour;
              return (
                <HeatCell
                  key={`${weekday}-${hour}`}
                  {...{ row, hour, value, isBusiest }}
                  opacity={value === null ? shades[0] : shade(value)}
                  title={`${weekdayName(weekday, locale, "long")}, ${hourName(hour)}: ${value === null ? t("heat_map_nothing") : text(value)}`}
                />
              );
            }),
          )}
          {[0, 6, 12, 18].map((hour) => (
            <text key={hour} x={`${leftOf(hour)}%`} y={height - 4} className="fill-muted text-xs">
              {hour}:00
            </text>
          ))}
        </svg>
      </div>
    </ChartFrame>
  );
}

interface HeatCellProps {
  row: number;
  hour: number;
  value: number | null;
  isBusiest: boolean;
  opacity: string;
  title: string;
}

function HeatCell({ row, hour, value, isBusiest, opacity, title }: HeatCellProps) {
  const place = {
    x: `${leftOf(hour)}%`,
    y: row * rowHeight + gap / 2,
    width: `${round(100 / hours.length - 0.4)}%`,
    height: rowHeight - gap,
    rx: 2,
  };
  const isBelow = value !== null && value < 0;
  return (
    <g>
      <rect {...place} className={isBelow ? "fill-surface stroke-danger-solid" : "fill-sunken"} />
      {value !== null && value > 0 && <rect {...place} fillOpacity={opacity} className="fill-accent" />}
      {isBusiest && <rect {...place} fill="none" strokeWidth="2" className="stroke-ink" />}
      <title>{title}</title>
    </g>
  );
}

function leftOf(hour: number): number {
  return round((hour / hours.length) * 100 + 0.2);
}

interface HourTableProps {
  caption: string;
  valueAt: (weekday: number, hour: number) => number | null;
  text: (value: number) => string;
  locale: Locale;
}

function HourTable({ caption, valueAt, text, locale }: HourTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls by itself must be reached by the keyboard
    <section aria-label={caption} tabIndex={0} className="max-h-96 overflow-auto">
      <Table caption={caption} density="compact">
        <TableHead>
          <TableHeading>{t("hour_table_hour")}</TableHeading>
          {weekdays.map((weekday) => (
            <TableHeading key={weekday} align="end">
              {weekdayName(weekday, locale, "long")}
            </TableHeading>
          ))}
        </TableHead>
        <TableBody>
          {hours.map((hour) => (
            <TableRow key={hour}>
              <TableCell phone="title">{hourName(hour)}</TableCell>
              {weekdays.map((weekday) => {
                const value = valueAt(weekday, hour);
                return (
                  <TableCell key={weekday} label={weekdayName(weekday, locale, "long")} align="end">
                    {value === null ? "–" : text(value)}
                  </TableCell>
                );
              })}
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </section>
  );
}
