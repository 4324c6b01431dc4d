import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { Locale } from "#lib/words/locale.ts";
import type { Period, Series, Unit } from "./chart-data.ts";
import { periodName } from "./chart-summary.ts";
import { valueText } from "./value-text.ts";

interface PeriodTableProps {
  caption: string;
  /** Of the first column: "Month". */
  periodTitle: string;
  periods: readonly Period[];
  series: readonly Series[];
  unit: Unit;
  locale: Locale;
}

/** The numbers of a chart, the newest period first; a period leads to what is behind it. */
export function PeriodTable({ caption, periodTitle, periods, series, unit, locale }: PeriodTableProps) {
  return (
    // Long ones scroll on their own, which a keyboard can do only where it can stop.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: as above
    <section aria-label={caption} tabIndex={0} className="max-h-96 overflow-y-auto">
      <Table caption={caption} density="compact">
        <TableHead>
          <TableHeading>{periodTitle}</TableHeading>
          {series.map(({ key, title }) => (
            <TableHeading key={key} align="end">
              {title}
            </TableHeading>
          ))}
        </TableHead>
        <TableBody>
          {periods
            .map((period, index) => (
              <TableRow key={period.key}>
                <TableCell phone="title">
                  {period.href ? (
                    <TextLink href={period.href}>{periodName(period)}</TextLink>
                  ) : (
                    periodName(period)
                  )}
                </TableCell>
                {series.map(({ key, title, values }) => {
                  const value = values[index] ?? null;
                  return (
                    <TableCell key={key} label={title} align="end">
                      {value === null ? "–" : valueText(value, unit, locale)}
                    </TableCell>
                  );
                })}
              </TableRow>
            ))
            .reverse()}
        </TableBody>
      </Table>
    </section>
  );
}
