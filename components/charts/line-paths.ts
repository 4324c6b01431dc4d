import { area, line } from "d3-shape";
import type { ValueScale } from "./value-scale.ts";
import { round } from "./value-scale.ts";

/** A line of values that are known, in a space 100 wide, as paths; and the points that a path cannot show. */
interface LinePaths {
  /** Over periods that are whole. */
  whole: string | null;
  /** To and from periods that are parts: drawn dashed. */
  part: string | null;
  area: string | null;
  /** Values without a neighbour, and the last one. */
  points: { index: number; x: number; y: number; isPart: boolean }[];
}

interface LineInput {
  values: readonly (number | null)[];
  isPart: (index: number) => boolean;
  scale: ValueScale;
}

/** Where a period lies, in per cent: one alone in the middle, several from edge to edge. */
export function pointX(index: number, count: number): number {
  return count < 2 ? 50 : round((index / (count - 1)) * 100);
}

/** The paths of one series. A value that is not known breaks the line: nothing is drawn where nothing was said. */
export function linePaths({ values, isPart, scale }: LineInput): LinePaths {
  const count = values.length;
  const x = (index: number) => pointX(index, count);
  const known = values.flatMap((value, index) => (value === null ? [] : [{ index, value }]));
  const isKnown = (index: number) => (values[index] ?? null) !== null;
  const last = known.at(-1)?.index;
  const all = values.map((value, index) => ({ index, value }));
  const draw = line<(typeof all)[number]>()
    .x(({ index }) => x(index))
    .y(({ value }) => scale.y(value ?? 0));
  const segments = all.slice(1).map((to, before) => ({ from: all[before] ?? to, to }));
  const drawn = segments.filter(({ from, to }) => from.value !== null && to.value !== null);
  const paths = (wanted: boolean) =>
    drawn
      .filter(({ from, to }) => (isPart(from.index) || isPart(to.index)) === wanted)
      .map(({ from, to }) => draw([from, to]))
      .join("");
  return {
    whole: paths(false) || null,
    part: paths(true) || null,
    area: area<(typeof all)[number]>()
      .defined(({ value }) => value !== null)
      .x(({ index }) => x(index))
      .y0(scale.y(0))
      .y1(({ value }) => scale.y(value ?? 0))(all),
    points: known
      .filter(({ index }) => index === last || (!isKnown(index - 1) && !isKnown(index + 1)))
      .map(({ index, value }) => ({ index, x: x(index), y: scale.y(value), isPart: isPart(index) })),
  };
}
