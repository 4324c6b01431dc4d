import { describe, expect, test } from "vitest";
import { parseTokenAnswer, toTokens } from "./token-answer.ts";

describe("the times of a token answer", () => {
  const now = new Date("2026-01-01T00:00:00Z");

  test.each([
    [3600, "2026-01-01T01:00:00.000Z"],
    ["3600", "2026-01-01T01:00:00.000Z"],
    [0.5, "2026-01-01T00:00:00.500Z"],
    [0, undefined],
    ["0", undefined],
    [-5, undefined],
    ["0x10", undefined],
    ["1e3", undefined],
    [1e15, undefined],
    [null, undefined],
  ])("%j seconds end at %s", (expires_in, end) => {
    expect(toTokens({ access_token: "a", expires_in }, {}, now).expiresAt?.toISOString()).toBe(end);
  });
});

test.each([
  ["a b", ["a", "b"]],
  ["a,b", ["a", "b"]],
  [
    ["a", "b"],
    ["a", "b"],
  ],
  [null, undefined],
  ["", undefined],
  [" , ", undefined],
])("a scope of %j grants %j", (scope, granted) => {
  expect(toTokens({ access_token: "a", scope }, {}, new Date()).grantedScopes).toEqual(granted);
});

test.each([
  ['{"access_token":"a"}', { access_token: "a" }],
  ["access_token=a%2Bb&scope=x+y\n", { access_token: "a+b", scope: "x y" }],
  ["error=invalid_grant", { error: "invalid_grant" }],
])("the text %j is an answer", (text, answer) => {
  expect(parseTokenAnswer(text)).toEqual(answer);
});

test.each(["", "<html>access_token=a</html>", "access_token=", "nonsense"])("the text %j is none", (text) => {
  expect(() => parseTokenAnswer(text)).toThrow(SyntaxError);
});
