import IntlMessageFormat from "intl-messageformat";
import { findManifest } from "#lib/providers/manifests.ts";
import { en } from "../en.ts";

/** Shorter pieces of sentences are found in anything. */
const shortest = 12;

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/**
 * Texts, anywhere in some data, that hold words of our catalogues, Patchbay's or an app's: what ought to be a code.
 * @param passOver names of fields whose texts are other people's
 */
export function ownWordsIn(value: unknown, app: string, passOver: ReadonlySet<string> = new Set()): string[] {
  const pieces = listPieces(app);
  return textsIn(value, passOver).filter((text) => pieces.some((piece) => text.includes(piece)));
}

function textsIn(value: unknown, passOver: ReadonlySet<string>): string[] {
  if (typeof value === "string") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    passOver.has(name) ? [] : textsIn(inner, passOver),
  );
}

/** The longest plain piece of each branch of each sentence in English. */
function listPieces(app: string): string[] {
  const patterns = [...Object.values(en), ...Object.values(findManifest(app)?.words.en ?? {})];
  return patterns
    .flatMap((pattern) => {
      const oneLine = pattern.replace(/\s*\n\s*/g, " ");
      return literalsIn(new IntlMessageFormat(oneLine, "en", undefined, { ignoreTag: true }).getAst());
    })
    .map((literal) => literal.trim())
    .filter((literal) => literal.length >= shortest && literal.includes(" "));
}

function literalsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if ("options" in element) return Object.values(element.options).flatMap(({ value }) => literalsIn(value));
    return element.type === 0 ? [element.value] : [];
  });
}
