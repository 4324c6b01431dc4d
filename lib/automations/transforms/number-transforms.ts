import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { numberFormat } from "#lib/intl.ts";
import { type Applied, type Behaviour, made, surely, wrongType } from "./behaviour.ts";
import { intlLocale } from "./locality.ts";

const unreadable: Applied = { kind: "problem", code: "mapping_not_a_number" };

export const toNumber: Behaviour<"to_number"> = {
  takes: ["text"],
  gives: (_, { as }) => surely(shapeOfType(as)),
  apply: (value, { decimalMark, as }) => {
    if (typeof value !== "string") return wrongType("text");
    const parts = readNumber(value, decimalMark);
    if (parts === null) return unreadable;
    const { sign, whole, fraction } = parts;
    if (as === "number") return finite(Number(`${sign}${whole}.${fraction || "0"}`));
    if (!/^0*$/.test(fraction)) return unreadable;
    const number = Number(`${sign}${whole}`);
    return Number.isSafeInteger(number) ? finite(number) : { kind: "problem", code: "mapping_not_exact" };
  },
};

/** Longer than any number that can be told apart from its neighbours. */
const maxLength = 60;

/** `-1.234,50` with the mark `,` as its parts. Groups of three are parted by the other mark, a space or an apostrophe. */
function readNumber(
  text: string,
  decimalMark: "." | ",",
): { sign: string; whole: string; fraction: string } | null {
  const trimmed = text.trim();
  if (trimmed.length > maxLength) return null;
  const [before = "", fraction = "", ...more] = trimmed.split(decimalMark);
  const groupMark = decimalMark === "." ? "," : ".";
  const [, sign = "", digits = ""] = /^([+-]?)(.*)$/s.exec(before) ?? [];
  const groups = digits.split(new RegExp(`[${groupMark}\\s'’]`));
  const isGrouped = groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group));
  const isWhole = groups.length === 1 ? /^\d+$/.test(digits) : isGrouped;
  const hasFraction = trimmed.includes(decimalMark);
  if (!isWhole || more.length > 0 || (hasFraction && !/^\d+$/.test(fraction))) return null;
  return { sign: sign === "-" ? "-" : "", whole: groups.join(""), fraction };
}

function finite(number: number): Applied {
  if (!Number.isFinite(number)) return { kind: "problem", code: "mapping_not_exact" };
  return made(number === 0 ? 0 : number);
}

export const formatNumber: Behaviour<"format_number"> = {
  takes: ["number"],
  gives: () => surely(shapeOfType("text", { minLength: 1 })),
  apply: (value, { style, decimals }, { locale }) => {
    if (typeof value !== "number") return wrongType("number");
    return made(getFormat(style === "plain" ? null : intlLocale(locale), decimals).format(value));
  },
};

/** @param locale null = for machines */
function getFormat(locale: string | null, decimals: number | undefined): Intl.NumberFormat {
  return numberFormat(locale ?? "en-US", {
    useGrouping: locale === null ? false : "auto",
    signDisplay: "negative",
    minimumFractionDigits: decimals ?? 0,
    maximumFractionDigits: decimals ?? 20,
  });
}
