import { scaleBand } from "d3-scale";
import { stack, stackOffsetDiverging, stackOrderNone } from "d3-shape";
import type { Series } from "./chart-data.ts";
import { round, type ValueScale } from "./value-scale.ts";

/** A bar: along the width in per cent, along the height in pixels. */
interface BarBox {
  seriesIndex: number;
  periodIndex: number;
  value: number;
  x: number;
  width: number;
  y: number;
  height: number;
}

export type BarLayout = "stacked" | "side_by_side";

/** The least height of a bar that is there: less could not be seen. */
const leastPixels = 1.5;

/** The sums that the bars of each period reach up and down to: what an axis must hold. */
export function findExtent(series: readonly Series[], count: number, layout: BarLayout): number[] {
  if (layout === "side_by_side") return series.flatMap(({ values }) => values.map((value) => value ?? 0));
  return Array.from({ length: count }, (_, index) => {
    const values = series.map((one) => one.values[index] ?? 0);
    const above = values.reduce((sum, value) => sum + Math.max(0, value), 0);
    const below = values.reduce((sum, value) => sum + Math.min(0, value), 0);
    return [above, below];
  }).flat();
}

/** Where the middle of each period is, and how wide it is, in per cent. */
export function computeBands(count: number): { getStart: (index: number) => number; width: number } {
  const band = scaleBand<number>()
    .domain(Array.from({ length: count }, (_, index) => index))
    .range([0, 100])
    .paddingInner(0.3)
    .paddingOuter(0.2);
  return { getStart: (index) => band(index) ?? 0, width: band.bandwidth() };
}

/** The bars of all series. In a stack what is below zero hangs below the axis, and takes nothing from what stands above. */
export function barBoxes(
  series: readonly Series[],
  { count, layout, scale }: { count: number; layout: BarLayout; scale: ValueScale },
): BarBox[] {
  const { getStart, width } = computeBands(count);
  const box = (seriesIndex: number, periodIndex: number, [from, to]: readonly [number, number]): BarBox[] => {
    const value = series[seriesIndex]?.values[periodIndex] ?? null;
    if (value === null || value === 0) return [];
    const isSide = layout === "side_by_side";
    const own = isSide ? width / series.length : width;
    const pixels = Math.abs(scale.y(to) - scale.y(from));
    const height = Math.max(leastPixels, pixels);
    const upper = Math.min(scale.y(from), scale.y(to));
    return [
      {
        seriesIndex,
        periodIndex,
        value,
        x: round(getStart(periodIndex) + (isSide ? seriesIndex * own : 0)),
        width: round(own),
        y: round(value > 0 ? upper - (height - pixels) : upper),
        height: round(height),
      },
    ];
  };
  if (layout === "side_by_side") {
    return series.flatMap(({ values }, seriesIndex) =>
      values.flatMap((value, index) => box(seriesIndex, index, [0, value ?? 0])),
    );
  }
  const stacked = stack<unknown, number, number>()
    .keys(series.map((_, index) => index))
    .value((_, key, index) => series[key]?.values[index] ?? 0)
    .order(stackOrderNone)
    .offset(stackOffsetDiverging)(Array.from({ length: count }));
  return stacked.flatMap((one) => one.flatMap((point, index) => box(one.key, index, [point[0], point[1]])));
}
