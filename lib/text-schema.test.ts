import { expect, test } from "vitest";
import { z } from "zod";
import { emailText, shortText, trimmedText } from "./text-schema.ts";

test("nothing runs on a text past the bound", () => {
  const seen: string[] = [];
  const schema = shortText(3)
    .regex(/^a*$/, "pattern")
    .refine((text) => seen.push(text) > 0)
    .transform((text) => seen.push(text));
  const result = schema.safeParse("bbbb");
  expect(result.error?.issues.map((issue) => issue.message)).toEqual(["must be at most 3 characters long"]);
  expect(seen).toEqual([]);
});

test("the refinement of an object does not run where a text in it is past the bound", () => {
  const seen: unknown[] = [];
  const schema = z.object({ name: trimmedText(3) }).refine((value) => seen.push(value) > 0);
  expect(schema.safeParse({ name: " abc" }).success).toBe(false);
  expect(seen).toEqual([]);
  expect(schema.parse({ name: " a " })).toEqual({ name: "a" });
});

test.each([
  "smith&sons@example.com",
  "a/b=c@example.com",
  "o'connor@example.ie",
  "dots..and.@docomo.example.jp",
  "anna@xn--e1afmkfd.xn--p1ai",
  "~!#$%*+?^_`{|}-@example.com",
])("%s is an email address as web forms take it", (address) => {
  expect(emailText("wrong").parse(address)).toBe(address);
});

test.each([
  "",
  "anna",
  "anna@localhost",
  "anna@-x.example",
  "anna@x..example",
  "two@x.example@y.example",
  "Anna <anna@x.example>",
  "anna@x.example, ben@x.example",
  "jürgen@example.com",
  "anna@[192.0.2.1]",
  '"anna b"@example.com',
  "anna@example.com\n",
])("%j is none", (address) => {
  expect(emailText("wrong").safeParse(address).error?.issues[0]?.message).toBe("wrong");
});
