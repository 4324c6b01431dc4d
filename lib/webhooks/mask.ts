/** Stands for the value of a header that is set and not shown. */
export const maskedValue = "••••••";

/** Header values as a form sends them back: one that is still masked keeps what it was. */
export function keepMasked(
  given: Record<string, string>,
  known: Record<string, string>,
): Record<string, string> {
  const byName = new Map(Object.entries(known).map(([name, value]) => [name.toLowerCase(), value]));
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [
      name,
      value === maskedValue ? (byName.get(name.toLowerCase()) ?? value) : value,
    ]),
  );
}
