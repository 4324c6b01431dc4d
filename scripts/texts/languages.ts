import IntlMessageFormat from "intl-messageformat";
import type { Language } from "#lib/words/locale.ts";
import { parseMessage } from "#lib/words/texts/parse.ts";

type Words = ReadonlyMap<string, string>;

/** Every text there is in English, by what it is called in another language: a code, or catalogue and key. */
export type English = { messages: Words; texts: Words };

/** What is wrong with another language, which has to be mended, and what it lacks, which is shown in English. */
export function compareLanguage(
  name: string,
  english: English,
  language: Language,
): { problems: string[]; missing: string[] } {
  const texts = new Map<string, string>(
    Object.entries(language.texts).flatMap(([catalogue, messages]) =>
      Object.entries(messages).map(([key, text]) => [`${catalogue}.${key}`, text]),
    ),
  );
  const messages = new Map(Object.entries(language.messages));
  return {
    problems: [
      ...findFaults(name, english.messages, messages),
      ...findFaults(name, english.texts, texts, parseMessage),
    ],
    missing: [
      ...[...english.messages.keys()].filter((key) => !messages.has(key)),
      ...[...english.texts.keys()].filter((key) => !texts.has(key)),
    ],
  };
}

function findFaults(
  name: string,
  english: Words,
  words: Words,
  alsoRead?: (pattern: string) => unknown,
): string[] {
  return [...words].flatMap(([key, pattern]) => {
    const original = english.get(key);
    if (original === undefined) return [`${name}: there is no text ${key}`];
    try {
      alsoRead?.(pattern);
      const unknown = [...argumentsIn(pattern)].filter((argument) => !argumentsIn(original).has(argument));
      return unknown.map((argument) => `${name}: ${key} needs "${argument}", which English does not have`);
    } catch (error) {
      return [`${name}: ${key} cannot be read: ${error instanceof Error ? error.message : "unknown"}`];
    }
  });
}

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The parameters and tags that a pattern names. */
function argumentsIn(pattern: string): Set<string> {
  return new Set(namesIn(new IntlMessageFormat(pattern, "en").getAst()));
}

function namesIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === 0 || element.type === 7) return [];
    if ("children" in element) return [element.value, ...namesIn(element.children)];
    if (!("options" in element)) return [String(element.value)];
    return [element.value, ...Object.values(element.options).flatMap(({ value }) => namesIn(value))];
  });
}
