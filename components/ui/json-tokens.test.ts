import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { indentJson, jsonTokens } from "./json-tokens.ts";

describe("jsonTokens", () => {
  test("loses no character of any text", () => {
    const join = (text: string) =>
      jsonTokens(text)
        .map((token) => token.text)
        .join("");
    for (const texts of [fc.string({ unit: "binary" }), fc.json()]) {
      fc.assert(
        fc.property(texts, (text) => {
          expect(join(text)).toBe(text);
        }),
      );
    }
  });

  test("tells a key from a string that says the same", () => {
    expect(jsonTokens('{"a" : "a"}')).toEqual([
      { kind: "punctuation", text: "{" },
      { kind: "key", text: '"a"' },
      { kind: "punctuation", text: " :" },
      { kind: "plain", text: " " },
      { kind: "string", text: '"a"' },
      { kind: "punctuation", text: "}" },
    ]);
  });

  test("does not take words inside a string for values", () => {
    expect(jsonTokens('"not null, \\"true\\" 42"')).toEqual([
      { kind: "string", text: '"not null, \\"true\\" 42"' },
    ]);
  });

  test("colours what came before a body was cut off", () => {
    expect(jsonTokens('[true, -1.5e3, "ab').map((token) => token.kind)).toEqual([
      "punctuation",
      "literal",
      "punctuation",
      "plain",
      "number",
      "punctuation",
      "plain",
    ]);
  });
});

describe("indentJson", () => {
  test("lays out as JSON.stringify does", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const compact = JSON.stringify(value);
        expect(indentJson(compact)).toBe(JSON.stringify(JSON.parse(compact), null, 2));
      }),
    );
  });

  test("keeps digits that a JavaScript number would lose, and repeated keys", () => {
    expect(indentJson('{"id":12345678901234567890,"id":1.10}')).toBe(
      '{\n  "id": 12345678901234567890,\n  "id": 1.10\n}',
    );
  });

  test("gives back what is not JSON untouched", () => {
    expect(indentJson("<html> 502 </html>")).toBe("<html> 502 </html>");
    expect(indentJson('{"cut": "of')).toBe('{"cut": "of');
  });
});
