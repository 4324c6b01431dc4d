const plain = new Intl.NumberFormat("en-US", {
  useGrouping: false,
  maximumFractionDigits: 20,
  signDisplay: "negative",
});

/** A number as machines and people both read it: never with an exponent. */
export function plainNumber(value: number): string {
  return Number.isFinite(value) ? plain.format(value) : "";
}
