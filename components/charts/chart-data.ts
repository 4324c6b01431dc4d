/** What values are: whole numbers of a currency's smallest unit, of things, or of hundredths of a per cent. */
export type Unit =
  | { kind: "money"; currency: string }
  | { kind: "count"; one: string; many: string }
  | { kind: "share" };

/** A stretch of time on an axis. */
export interface Period {
  /** Unique within the chart: `2026-10`. */
  key: string;
  /** In full, for tables and titles: "October 2026". */
  label: string;
  /** Below the axis: "Oct". */
  shortLabel: string;
  /** Not over yet, or not covered from its beginning: it is hatched, and its row says so. */
  isPart?: boolean;
  /** What is behind its numbers. */
  href?: string;
}

/** One of the things that are compared; `values` has one for each period, null where none is known. */
export interface Series {
  key: string;
  title: string;
  values: readonly (number | null)[];
}

/** Fills by the place of a series; further ones begin again. All hold 3:1 on the grounds of cards. */
const fills = ["fill-series-1", "fill-series-2", "fill-series-3", "fill-series-4", "fill-series-5"] as const;
const strokes = [
  "stroke-series-1",
  "stroke-series-2",
  "stroke-series-3",
  "stroke-series-4",
  "stroke-series-5",
] as const;

export function chooseFill(place: number): string {
  return fills[place % fills.length] ?? fills[0];
}

export function chooseStroke(place: number): string {
  return strokes[place % strokes.length] ?? strokes[0];
}

/** Whether there is anything to draw: at least one value that is known. */
export function hasValues(series: readonly Series[]): boolean {
  return series.some(({ values }) => values.some((value) => value !== null));
}
