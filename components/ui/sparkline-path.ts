/** SVG path through the values, left to right, the largest at the top. Empty for no values; flat for equal ones. */
export function sparklinePath(values: readonly number[], width: number, height: number): string {
  if (values.length === 0) return "";
  const lowest = Math.min(...values);
  const range = Math.max(...values) - lowest;
  const y = (value: number) => (range === 0 ? height / 2 : height - ((value - lowest) / range) * height);
  const [first = lowest] = values;
  if (values.length === 1) return `M0 ${round(y(first))}H${width}`;
  const step = width / (values.length - 1);
  return values
    .map((value, index) => `${index === 0 ? "M" : "L"}${round(index * step)} ${round(y(value))}`)
    .join("");
}

function round(figure: number): number {
  return Math.round(figure * 100) / 100;
}
