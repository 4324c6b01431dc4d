import { scaleLinear } from "d3-scale";
import { Table, TableBody, TableCell, TableHead, TableHeading, TableRow } from "#components/ui/table.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { charts as t } from "#lib/words/en/screens/charts.ts";
import type { Locale } from "#lib/words/locale.ts";
import type { Unit } from "./chart-data.ts";
import { ChartFrame, type ChartProps } from "./chart-frame.tsx";
import { round } from "./value-scale.ts";
import { valueText } from "./value-text.ts";

interface RankedItem {
  key: string;
  title: string;
  value: number;
  /** What is behind the number. */
  href?: string;
  /** "23 orders". */
  note?: string;
}

interface RankingProps extends Omit<ChartProps, "id"> {
  /** In the order in which they are shown. */
  items: readonly RankedItem[];
  /** Of the columns: "Product", "Sales". */
  titles: { item: string; value: string };
  unit: Unit;
  locale: Locale;
}

const barHeight = 10;

/** Who or what comes first, as a table with a bar in each row: it is its own table. Below zero, bars go to the left. */
export function Ranking({ items, titles, unit, locale, ...frame }: RankingProps) {
  const values = items.map(({ value }) => value);
  const scale = scaleLinear()
    .domain([Math.min(0, ...values), Math.max(0, ...values, Math.min(0, ...values) === 0 ? 1 : 0)])
    .range([0, 100]);
  return (
    <ChartFrame {...frame} isEmpty={items.length === 0} table={null}>
      <div className="-mx-card">
        <Table caption={frame.title} density="compact">
          <TableHead>
            <TableHeading>{titles.item}</TableHeading>
            <TableHeading className="w-1/2">
              <span className="sr-only">{t("ranking_bar")}</span>
            </TableHeading>
            <TableHeading align="end">{titles.value}</TableHeading>
          </TableHead>
          <TableBody>
            {items.map(({ key, title, value, href, note }) => {
              const [from = 0, to = 0] = [scale(0), scale(value)].sort((one, other) => one - other);
              return (
                <TableRow key={key}>
                  <TableCell phone="title" className="[overflow-wrap:anywhere]">
                    {href ? <TextLink href={href}>{title}</TextLink> : title}
                    {note && <span className="block font-normal text-muted text-sm">{note}</span>}
                  </TableCell>
                  <TableCell>
                    <svg aria-hidden width="100%" height={barHeight}>
                      <rect
                        x={`${round(from)}%`}
                        width={`${round(to - from)}%`}
                        height={barHeight}
                        rx="2"
                        className={value < 0 ? "fill-danger-solid" : "fill-series-2"}
                      />
                    </svg>
                  </TableCell>
                  <TableCell align="end" phone="aside">
                    {valueText(value, unit, locale)}
                  </TableCell>
                </TableRow>
              );
            })}
          </TableBody>
        </Table>
      </div>
    </ChartFrame>
  );
}
