import { createElement, Fragment, type ReactNode } from "react";
import { numberFormat, pluralRules } from "#lib/intl.ts";
import { intlLocale, type Locale } from "#lib/words/locale.ts";
import type { ParamsOf, TagsOf } from "./params.ts";
import { type Part, parseMessage } from "./parse.ts";
import { readerLocale } from "./reader-locale.ts";
import { findText } from "./translations.ts";

type Messages = Readonly<Record<string, string>>;
type Draw = (inner: ReactNode) => ReactNode;
type Values = Readonly<Record<string, ReactNode | Draw>>;
/** No second argument where a message needs nothing. */
type Needed<Params> = unknown extends Params ? [] : [values: Params];
type Drawn<Pattern extends string> = ParamsOf<Pattern, ReactNode> & { [Tag in TagsOf<Pattern>]: Draw };

/** The texts of a catalogue. A wrong key, and a parameter that is missing, do not compile. */
export interface Texts<M extends Messages> {
  /** A text in the language of whoever reads. */
  <Key extends keyof M & string>(key: Key, ...values: Needed<ParamsOf<M[Key]>>): string;
  /** A text with links, bold words or components in it: a function for each tag, anything drawable for a parameter. */
  rich<Key extends keyof M & string>(key: Key, values: Drawn<M[Key]>): ReactNode;
  /** A text in pieces, for whatever is put in later: what stands for each parameter, and the words between. */
  parts<Key extends keyof M & string, Values extends ParamsOf<M[Key], unknown> & object>(
    key: Key,
    values: Values,
  ): (string | Values[keyof Values])[];
  /** What it is called among the catalogues of another language. */
  catalogue: string;
  messages: M;
}

/** Declares a catalogue: English messages in ICU MessageFormat by key. */
export function texts<const M extends Messages>(catalogue: string, messages: M): Texts<M> {
  const find = (key: string) => findText(readerLocale(), catalogue, key) ?? messages[key] ?? key;
  const draw = (key: string, values: unknown): ReactNode[] =>
    write(read(find(key)), isValues(values) ? values : {}, readerLocale());
  return Object.assign((key: string, ...values: readonly unknown[]) => draw(key, values[0]).join(""), {
    rich: (key: string, values: unknown) => createElement(Fragment, null, ...draw(key, values)),
    parts: <Values extends object>(key: string, values: Values) => fill(parseMessage(find(key)), values),
    catalogue,
    messages,
  });
}

function fill<Values extends object>(
  parts: readonly Part[],
  values: Values,
): (string | Values[keyof Values])[] {
  const byName = new Map<string, Values[keyof Values]>(Object.entries(values));
  return parts.map((part) => {
    if (typeof part === "string") return part;
    const value = part.kind === "value" ? byName.get(part.name) : undefined;
    if (value === undefined)
      throw new Error("a text in pieces has plain parameters only, and needs them all");
    return value;
  });
}

function isValues(values: unknown): values is Values {
  return typeof values === "object" && values !== null;
}

const known = new Map<string, readonly Part[]>();

function read(pattern: string): readonly Part[] {
  const parts = known.get(pattern) ?? parseMessage(pattern.replace(/\s*\n\s*/g, " "));
  known.set(pattern, parts);
  return parts;
}

/** @param count what `#` stands for */
function write(parts: readonly Part[], values: Values, locale: Locale, count = 0): ReactNode[] {
  return parts.flatMap((part) => {
    if (typeof part === "string") return [part];
    if (part.kind === "count") return [numberText(count, locale)];
    if (!Object.hasOwn(values, part.name)) throw new Error(`the text needs "${part.name}"`);
    const value = values[part.name];
    if (part.kind === "tag") {
      const inner = write(part.parts, values, locale, count);
      return typeof value === "function" ? [value(createElement(Fragment, null, ...inner))] : inner;
    }
    if (typeof value === "function") throw new Error(`"${part.name}" draws a tag, and is none`);
    if (part.kind === "value") return [value];
    if (!("options" in part)) return [numberText(Number(value), locale)];
    const { kind, options } = part;
    const option = kind === "plural" ? choosePlural(Number(value), options, locale) : String(value);
    const chosen = options.get(option) ?? options.get("other") ?? [];
    return write(chosen, values, locale, kind === "plural" ? Number(value) : count);
  });
}

function choosePlural(count: number, options: ReadonlyMap<string, unknown>, locale: Locale): string {
  return options.has(`=${count}`) ? `=${count}` : pluralRules(intlLocale(locale)).select(count);
}

function numberText(value: number, locale: Locale): string {
  return numberFormat(intlLocale(locale)).format(value);
}
