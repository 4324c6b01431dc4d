import IntlMessageFormat from "intl-messageformat";
import { describe, expect, test } from "vitest";
import { manifests } from "#lib/providers/manifests.ts";
import { en } from "./en.ts";
import { screenWords } from "./screen-text.ts";

type Element = ReturnType<IntlMessageFormat["getAst"]>[number];

/** The arguments that a pattern names, in whichever branch. */
function argumentsIn(elements: readonly Element[]): string[] {
  return elements.flatMap((element) => {
    if (element.type === 0 || element.type === 7) return [];
    const inside =
      "options" in element
        ? Object.values(element.options).flatMap((option) => argumentsIn(option.value))
        : [];
    return [String(element.value), ...inside];
  });
}

const own = Object.entries<string>(en).map(([code, pattern]) => ({ code, pattern }));
const ofApps = manifests.flatMap(({ id, words }) =>
  Object.entries(words.en).map(([name, pattern]) => ({ code: `${id}.${name}`, pattern })),
);

describe("each message of each catalogue", () => {
  test.each([...own, ...ofApps])("$code is well-formed", ({ pattern }) => {
    const elements = new IntlMessageFormat(pattern, "en", undefined, { ignoreTag: true }).getAst();
    for (const name of argumentsIn(elements)) expect(name).toMatch(/^[a-z]\w*$/i);
    expect(pattern).not.toMatch(/undefined|\[object/);
  });

  test("names its arguments and no more where a browser fills them in", () => {
    for (const [code, pattern] of Object.entries(screenWords)) {
      const elements = new IntlMessageFormat(pattern, "en", undefined, { ignoreTag: true }).getAst();
      expect(
        elements.every(({ type }) => type === 0 || type === 1),
        code,
      ).toBe(true);
    }
  });
});
