import type { ReactNode } from "react";
import { Card } from "#components/ui/card.tsx";
import { CsvLink } from "#components/ui/csv-link.tsx";
import { charts as t } from "#lib/words/en/screens/charts.ts";

/** What every chart has beside its drawing. */
export interface ChartProps {
  /** Unique on the page: part of the ids within the drawing. */
  id: string;
  title: string;
  /** What is counted, in which zone, and what a hatched bar is. */
  description?: ReactNode;
  /** Where the same numbers are as a file. */
  csvHref: string;
  /** What is said where there is nothing to draw: what will appear here, and when. */
  emptyText: string;
}

interface ChartFrameProps extends Pick<ChartProps, "title" | "description" | "csvHref" | "emptyText"> {
  isEmpty: boolean;
  legend?: ReactNode;
  /** The numbers as a table; null where the chart is one. */
  table: ReactNode | null;
  children: ReactNode;
}

/** A chart with its name, its file, and its numbers, which the keyboard unfolds. Nothing of it needs a script. */
export function ChartFrame({
  title,
  description,
  csvHref,
  emptyText,
  isEmpty,
  legend,
  table,
  children,
}: ChartFrameProps) {
  return (
    <Card
      title={title}
      description={description}
      actions={<CsvLink href={csvHref} label={t("chart_frame_csv", { title })} />}
    >
      {isEmpty ? (
        <p className="py-6 text-muted">{emptyText}</p>
      ) : (
        <div className="grid min-w-0 gap-3">
          {legend}
          {children}
          {table !== null && (
            <details className="min-w-0">
              <summary className="w-fit rounded-tag py-1 font-medium text-muted text-sm hover:text-ink max-md:py-3">
                {t("chart_frame_numbers_as_table")}
              </summary>
              <div className="mt-2 overflow-hidden rounded-control border border-line">{table}</div>
            </details>
          )}
        </div>
      )}
    </Card>
  );
}
