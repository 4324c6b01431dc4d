/**
 * Currencies whose smallest unit is not a hundredth, by ISO 4217. `Intl` serves for showing only: it gives forints and
 * rupiahs no digits, since nobody pays in their hundredths, and what other systems call a minor unit would be off by a
 * factor of a hundred.
 */
const exceptions: Readonly<Record<number, string>> = {
  0: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF",
  3: "BHD IQD JOD KWD LYD OMR TND",
  4: "CLF UYW",
};

const digitsByCurrency = new Map(
  Object.entries(exceptions).flatMap(([digits, codes]) =>
    codes.split(" ").map((code): [string, number] => [code, Number(digits)]),
  ),
);

/** How many decimals the smallest unit of a currency is away from its main unit: 2 for EUR, 0 for JPY. */
export function minorDigits(currency: string): number {
  return digitsByCurrency.get(currency.toUpperCase()) ?? 2;
}
