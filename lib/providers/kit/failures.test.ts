import { describe, expect, test } from "vitest";
import { createFailures } from "./failures.ts";

const { fault, rateLimited, unknownRefusal, unreadable } = createFailures("Example");
const hour = 60 * 60_000;

test("what any app may fail with names the app, and keeps what it said for the log", () => {
  const cause = new Error("no JSON");
  expect(unreadable("GET /items", cause)).toMatchObject({ code: "app_unreadable", cause });
  for (const error of [unreadable("said"), fault("said"), unknownRefusal("said")]) {
    expect(error).toMatchObject({ kind: "unavailable", params: { app: "Example" }, detail: "said" });
  }
});

describe("HTTP 429", () => {
  test.each([
    ["as long as the answer asks for", "120", 10_000, 120_000],
    ["as long as is usual, where it does not ask", undefined, 10_000, 10_000],
    ["as long as is usual, where it asks in no known form", "soon", 10_000, 10_000],
    ["a day at most", "9999999", 10_000, 24 * hour],
    ["a day at most, where that is usual", undefined, 48 * hour, 24 * hour],
    ["as long as the integration pauses by itself", undefined, undefined, undefined],
  ])("waits %s", (_, header, usualMs, waitMs) => {
    const headers: Record<string, string> = header === undefined ? {} : { "retry-after": header };
    const error = rateLimited({ headers }, "HTTP 429", { usualMs });
    expect(error).toMatchObject({ kind: "rate_limited", code: "app_asks_to_wait", detail: "HTTP 429" });
    expect(error.retryAfterMs).toBe(waitMs);
  });

  test("is told in the app's own words where it has some", () => {
    const message = { code: "example.busy", params: {} };
    expect(rateLimited({ headers: {} }, "HTTP 429", { message }).code).toBe("example.busy");
  });
});
