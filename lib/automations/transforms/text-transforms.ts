import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { emailText } from "#lib/text-schema.ts";
import { type Behaviour, isList, made, maybe, missing, surely, wrongType } from "./behaviour.ts";
import { intlLocale } from "./locality.ts";
import { plainNumber } from "./plain-number.ts";

export const textDefault: Behaviour<"default"> = {
  takes: ["any"],
  gives: (source, { value }) => {
    if (typeof value === "string" && source.type === "text") {
      const values = source.values && [...source.values, value];
      const maxLength = source.maxLength === null ? null : Math.max(source.maxLength, value.length);
      return surely({ ...source, values, maxLength, minLength: Math.min(1, value.length), pattern: null });
    }
    // Only a text or a list can be empty.
    return source.type === "text" || source.type === "list" || source.type === "lines"
      ? null
      : surely(source);
  },
  apply: (value, { value: instead }) => {
    const isEmpty = typeof value === "string" ? value.trim() === "" : isList(value) && value.length === 0;
    return made(isEmpty ? instead : value);
  },
};

export const join: Behaviour<"join"> = {
  takes: ["list"],
  gives: (source) => {
    const items = source.item?.type ?? "any";
    return ["text", "number", "integer", "boolean", "date", "instant", "any"].includes(items)
      ? surely(shapeOfType("text"))
      : null;
  },
  apply: (value, { separator }) => {
    if (!isList(value)) return wrongType("list");
    const texts = value.map((item) => plainText(item));
    return texts.every((text) => text !== null) ? made(texts.join(separator)) : wrongType("text");
  },
};

/** A plain value as a text; null where it is none. */
export function plainText(value: unknown): string | null {
  if (typeof value === "string") return value;
  if (typeof value === "number") return plainNumber(value);
  return typeof value === "boolean" ? String(value) : null;
}

export const split: Behaviour<"split"> = {
  takes: ["text"],
  gives: (source, { take }) => {
    const part = shapeOfType("text", { minLength: 1, maxLength: source.maxLength });
    return take === "all" ? surely(shapeOfType("list", { item: part })) : maybe(part);
  },
  apply: (value, { separator, take }) => {
    if (typeof value !== "string") return wrongType("text");
    const parts = value
      .split(separator)
      .map((part) => part.trim())
      .filter((part) => part !== "");
    if (take === "all") return made(parts);
    const taken = partsTaken[take](parts);
    return taken.length === 0 ? missing : made(taken.join(separator));
  },
};

const partsTaken: Record<"first" | "last" | "after_first" | "before_last", (parts: string[]) => string[]> = {
  first: (parts) => parts.slice(0, 1),
  last: (parts) => parts.slice(-1),
  after_first: (parts) => parts.slice(1),
  before_last: (parts) => parts.slice(0, -1),
};

export const changeCase: Behaviour<"case"> = {
  takes: ["text"],
  // A letter can become several: ß is SS.
  gives: (source) => surely(shapeOfType("text", { minLength: Math.min(source.minLength, 1) })),
  apply: (value, { to }, { locale }) => {
    if (typeof value !== "string") return wrongType("text");
    const language = intlLocale(locale);
    if (to === "upper") return made(value.toLocaleUpperCase(language));
    const small = value.toLocaleLowerCase(language);
    if (to === "lower") return made(small);
    const pattern = to === "sentence" ? /^\P{L}*\p{L}/u : /(?<![\p{L}\p{M}\p{N}'’])\p{L}/gu;
    return made(small.replace(pattern, (start) => start.toLocaleUpperCase(language)));
  },
};

/** A text of nothing but spaces is missing. */
export const trim: Behaviour<"trim"> = {
  takes: ["text"],
  gives: (source) => {
    const shape = shapeOfType("text", { maxLength: source.maxLength, minLength: 1, values: source.values });
    const isSure = source.values?.every((value) => typeof value === "string" && value.trim() !== "") ?? false;
    return { shape, mayBeMissing: !isSure };
  },
  apply: (value) => {
    if (typeof value !== "string") return wrongType("text");
    const rest = value.trim();
    return rest === "" ? missing : made(rest);
  },
};

const anEmail = emailText("");

export const emailAddress: Behaviour<"email_address"> = {
  takes: ["text"],
  gives: () => maybe(shapeOfType("text", { meaning: "email", minLength: 3, maxLength: 254 })),
  apply: (value) => {
    if (typeof value !== "string") return wrongType("text");
    const address = anEmail.safeParse(value.trim());
    return address.success ? made(address.data) : missing;
  },
};

const characters = new Intl.Segmenter("en", { granularity: "grapheme" });

export const shorten: Behaviour<"shorten"> = {
  takes: ["text"],
  gives: (source, { maxLength }) => {
    const most = Math.min(maxLength, source.maxLength ?? maxLength);
    return surely(shapeOfType("text", { minLength: Math.min(source.minLength, 1), maxLength: most }));
  },
  apply: (value, { maxLength }) => {
    if (typeof value !== "string") return wrongType("text");
    if (value.length <= maxLength) return made(value);
    const cut = characters.segment(value).containing(maxLength - 1)?.index ?? 0;
    return made(`${value.slice(0, cut).trimEnd()}…`);
  },
};
