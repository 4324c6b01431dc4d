import { expect, test } from "vitest";
import { toResponse } from "./provider-fetch.ts";

test.each([0, 101, 600, 999])(
  "the status %i, which a Response cannot have, counts as 500",
  async (status) => {
    const response = toResponse({ status, headers: {}, text: "words" });
    expect([response.status, await response.text()]).toEqual([500, "words"]);
  },
);

test.each([204, 205, 304])("%i has no body", (status) => {
  expect(toResponse({ status, headers: {}, text: "words" })).toMatchObject({ status, body: null });
});

test("headers that a Response cannot have are left out, the others stay", () => {
  const headers = { "x-a": "1", "x-b": "€", "x-c": "a\ufffdb", "two words": "2", "x-d": "grüezi" };
  const response = toResponse({ status: 200, headers, text: "" });
  expect([...response.headers.keys()]).toEqual(["content-type", "x-a", "x-d"]);
});
