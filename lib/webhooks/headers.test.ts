import { describe, expect, test } from "vitest";
import type { Message } from "#lib/failures/message.ts";
import { toFieldFaults } from "#lib/parse.ts";
import { render } from "#lib/words/render.ts";
import { headerNameProblem, headerValueProblem } from "./headers.ts";
import { createWebhookInput } from "./schema.ts";

function findErrors(more: Record<string, unknown>) {
  const result = createWebhookInput.safeParse({
    url: "https://pos.example/hook",
    eventTypes: ["qr.scanned"],
    ...more,
  });
  return result.success
    ? []
    : toFieldFaults(result.error).map(({ path, message }) => ({ path, message: told(message) }));
}

function told(problem: string | Message | null): string | null {
  return problem === null || typeof problem === "string" ? problem : render(problem);
}

describe("a merchant may set whatever Patchbay does not set itself", () => {
  test.each([
    "authorization",
    "Authorization",
    "accept",
    "accept-language",
    "cookie",
    "date",
    "proxy-authorization",
    "x-forwarded-proto",
    "sec-fetch-site",
    "webhook-token",
    "x-patchbay-shop",
    "via",
    "x.dotted",
  ])("%s", (name) => {
    expect(findErrors({ headers: { [name]: "v" } })).toEqual([]);
  });

  test.each([
    ["content-type", "is set by Patchbay itself"],
    ["Content-Length", "is set by Patchbay itself"],
    ["host", "is set by Patchbay itself"],
    ["user-agent", "is set by Patchbay itself"],
    ["Webhook-Signature", "is set by Patchbay itself"],
    ["transfer-encoding", "says how the request is carried, which Patchbay decides"],
    ["Expect", "says how the request is carried, which Patchbay decides"],
    ["two words", "is not a header name"],
    ["naïve", "is not a header name"],
    ["", "is not a header name"],
  ])("but not %s", (name, problem) => {
    expect(told(headerNameProblem(name))).toBe(problem);
    expect(findErrors({ headers: { [name]: "v" } })).toEqual([{ path: `headers.${name}`, message: problem }]);
  });

  test.each([
    [{ type: "bearer", token: "t" }, "Authorization"],
    [{ type: "basic", username: "u", password: "p" }, "authorization"],
    [{ type: "apiKey", header: "X-Key", value: "v" }, "x-key"],
    [{ type: "apiKey", header: "Authorization", value: "v" }, "authorization"],
  ])("nor, beside the credentials %j, the header %s", (auth, name) => {
    expect(findErrors({ auth, headers: { [name]: "v" } })).toEqual([
      { path: `headers.${name}`, message: "is set by the credentials already: keep one of the two" },
    ]);
    expect(findErrors({ auth, headers: { "x-other": "v" } })).toEqual([]);
  });
});

describe("the refusal of a header's value says what is wrong", () => {
  test.each([
    ["a\r\nb", "must not hold line breaks or other control characters"],
    ["a\0", "must not hold line breaks or other control characters"],
    ["a\u0085b", "must not hold line breaks or other control characters"],
    ["grüezi", "must hold ASCII characters only: a header cannot carry accents, symbols or emoji"],
    ["£5", "must hold ASCII characters only: a header cannot carry accents, symbols or emoji"],
    [" a", "must not start or end with a space: a header cannot carry one there"],
    ["a\t", "must not start or end with a space: a header cannot carry one there"],
    ["x".repeat(2_001), "must be at most 2,000 characters long"],
  ])("%j", (value, problem) => {
    expect(told(headerValueProblem(value))).toBe(problem);
  });

  test("2,000 characters are taken, one more is not", () => {
    expect(findErrors({ headers: { "x-a": "v".repeat(2_000) } })).toEqual([]);
    expect(findErrors({ headers: { "x-a": "v".repeat(2_001) } })).toHaveLength(1);
  });

  test.each(["", "a b", "a\tb", "~!@#$%^&*()"])("%j is fine", (value) => {
    expect(headerValueProblem(value)).toBeNull();
  });
});

describe("Basic credentials are any text without control characters (RFC 7617)", () => {
  test.each([
    ["jörg", "x"],
    ["user", "£5 für Müsli"],
    ["user", "ends with a space "],
    [" user ", " "],
    ["user", ""],
    ["", "api-key-as-password"],
    ["用户", "密码🔑"],
    ["user", "with:colon"],
  ])("%j and %j", (username, password) => {
    expect(findErrors({ auth: { type: "basic", username, password } })).toEqual([]);
  });

  test("one of the two may be left out", () => {
    expect(findErrors({ auth: { type: "basic", username: "key" } })).toEqual([]);
    expect(findErrors({ auth: { type: "basic", password: "key" } })).toEqual([]);
  });

  test.each([
    [{ username: "", password: "" }, "auth.username", "Enter a user name or a password."],
    [{ username: "a:b", password: "c" }, "auth.username", "must not hold a colon"],
    [
      { username: "a\nb", password: "c" },
      "auth.username",
      "must not hold line breaks or other control characters",
    ],
    [
      { username: "a", password: "c\u007f" },
      "auth.password",
      "must not hold line breaks or other control characters",
    ],
    [{ username: "a", password: "\ud800" }, "auth.password", "must not hold half a character"],
  ])("%j is refused at %s", (pair, path, message) => {
    expect(findErrors({ auth: { type: "basic", ...pair } })).toEqual([{ path, message }]);
  });
});
