declare const unit: unique symbol;

/**
 * A currency, and in types the one currency that amounts are of: `C` neither widens nor narrows, so amounts of two
 * currencies have no type in common.
 */
export interface Currency<C extends string> {
  /** ISO 4217, in capitals. */
  readonly code: C;
  readonly [unit]?: (code: C) => C;
}

/** An amount: a whole number of the smallest unit that Stripe counts in (`currency-rules`), which may be below zero. */
export interface Money<C extends string> {
  readonly minor: number;
  readonly currency: Currency<C>;
}

type IsUnion<C, Whole = C> = C extends unknown ? ([Whole] extends [C] ? false : true) : never;
type OneCode<C extends string> = string extends C ? never : IsUnion<C> extends true ? never : C;

/** A currency that is named in the program: `toCurrency("EUR")`. One that is read goes by `withCurrency`. */
export function toCurrency<const C extends string>(code: C & OneCode<C>): Currency<C> {
  return { code: requireCode(code) };
}

/**
 * Works with a currency whose code is read from a row or a request. Inside of `run` its amounts have a type of their own,
 * which no amount of another currency has, and which cannot leave it.
 * @throws RangeError for what is no code
 */
export function withCurrency<T>(code: string, run: <C extends string>(currency: Currency<C>) => T): T {
  return run<string>({ code: requireCode(code.toUpperCase()) });
}

/** @throws RangeError for what is no whole number that can be counted exactly */
export function money<C extends string>(currency: Currency<C>, minor: number): Money<C> {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`${minor} ${currency.code} is no amount.`);
  // Minus zero is an amount of its own to `Object.is` and to tests.
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** An amount of a row that says its own currency. @throws RangeError where that is another one */
export function readMoney<C extends string>(
  currency: Currency<C>,
  row: { amount: number; currency: string },
): Money<C> {
  if (row.currency.toUpperCase() !== currency.code) {
    throw new RangeError(`An amount in ${row.currency.slice(0, 20)} was taken for one in ${currency.code}.`);
  }
  return money(currency, row.amount);
}

export function add<C extends string>(one: Money<C>, other: Money<C>): Money<C> {
  return money(one.currency, one.minor + requireSame(one, other).minor);
}

export function subtract<C extends string>(from: Money<C>, other: Money<C>): Money<C> {
  return money(from.currency, from.minor - requireSame(from, other).minor);
}

export function negate<C extends string>({ minor, currency }: Money<C>): Money<C> {
  return money(currency, -minor);
}

/** The sum of amounts of one currency; zero of none. */
export function sum<C extends string>(currency: Currency<C>, amounts: Iterable<Money<C>>): Money<C> {
  let total = money(currency, 0);
  for (const amount of amounts) total = add(total, amount);
  return total;
}

/** Less than zero where `one` is smaller, for `sort`. */
export function compare<C extends string>(one: Money<C>, other: Money<C>): number {
  return one.minor - requireSame(one, other).minor;
}

/** The types say so; what came round them (a cast, JavaScript) must not make a wrong sum either. */
function requireSame<C extends string>(one: Money<C>, other: Money<C>): Money<C> {
  if (one.currency.code === other.currency.code) return other;
  throw new RangeError(`${one.currency.code} and ${other.currency.code} do not add up.`);
}

function requireCode<C extends string>(code: C): C {
  if (/^[A-Z]{3}$/.test(code)) return code;
  throw new RangeError(`"${code.slice(0, 20)}" is no currency code.`);
}
