/**
 * An amount as a shop owner reads it: "€12.50".
 * @param minor in the currency's smallest unit, of which Intl knows how many make one
 */
export function moneyText({ minor, currency }: { minor: number; currency: string }): string {
  const format = new Intl.NumberFormat("en-GB", { style: "currency", currency });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
