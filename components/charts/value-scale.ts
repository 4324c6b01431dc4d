import { scaleLinear } from "d3-scale";

export interface ValueScale {
  /** Pixels from the top. */
  y: (value: number) => number;
  /** The values beside which a line is drawn: whole numbers, zero among them. */
  ticks: number[];
}

/**
 * The scale of an axis of values. It always has zero in it, so that the length of a bar says how much it is, and room
 * below it where a value is negative.
 * @param values all that are drawn; none = an axis from 0 to 1
 * @param height pixels, of which `top` stay free above the highest
 */
export function valueScale(
  values: readonly number[],
  { height, top }: { height: number; top: number },
): ValueScale {
  const highest = values.reduce((most, value) => Math.max(most, value), 0);
  const lowest = values.reduce((least, value) => Math.min(least, value), 0);
  const isFlat = highest === lowest;
  const scale = scaleLinear()
    .domain([lowest, isFlat ? 1 : highest])
    .nice(4)
    .range([height, top]);
  const ticks = isFlat ? [0] : scale.ticks(4).filter(Number.isInteger);
  return { y: (value) => round(scale(value)), ticks };
}

/** Hundredths of a pixel are none, and would be most of the page's bytes. */
export function round(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
