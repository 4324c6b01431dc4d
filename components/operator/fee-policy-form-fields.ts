import { getDigits } from "#lib/money/currency-rules.ts";

/**
 * What a form about a fee says, as the verb takes it. Per cent and amounts are typed as people write them; what is no
 * number stays as it was typed, so that the verb refuses it under its name.
 */
export function readFeePolicyForm(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const currency = text("currency") || null;
  const validFrom = text("validFrom");
  return {
    merchantId: text("merchantId") || null,
    currency,
    basisPoints: scaled(text("share"), 2),
    minimum: text("minimum") === "" ? 0 : scaled(text("minimum"), currency ? getDigits(currency) : 2),
    ...(validFrom ? { validFrom: `${validFrom}T00:00:00Z` } : {}),
  };
}

/** "3.25" with two digits → 325; "0,3" too. What has more digits, or is no number, is not rounded: null. */
export function scaled(text: string, digits: number): number | null {
  const match = /^(\d{1,9})(?:[.,](\d{1,4}))?$/.exec(text);
  if (!match) return null;
  const [, whole = "", part = ""] = match;
  const rest = part.slice(digits);
  if (/[^0]/.test(rest)) return null;
  return Number(whole + part.slice(0, digits).padEnd(digits, "0"));
}

/** 325 with two digits → "3.25", for the box of a form. */
export function unscaled(value: number, digits: number): string {
  const text = (value / 10 ** digits).toFixed(digits);
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}
