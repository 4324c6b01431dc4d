import { describe, expect, test } from "vitest";
import { attemptWords, timingSegments } from "./attempt-words.ts";

describe("what came of an attempt", () => {
  test.each([
    ["delivered", "schedule", "Delivered"],
    ["retrying", "schedule", "Failed"],
    ["failed", "schedule", "Failed for good"],
    ["failed", "test", "Failed"],
  ] as const)("%s by %s is “%s”", (outcome, trigger, word) => {
    expect(attemptWords({ outcome, trigger }).word).toBe(word);
  });
});

test("times that were not measured have no segment, those of nothing at all do", () => {
  const timing = { dnsMs: null, connectMs: 0, tlsMs: null, firstByteMs: 12.5, totalMs: 13 };
  expect(timingSegments(timing)).toEqual([
    { name: "Connect", ms: 0 },
    { name: "Answer", ms: 12.5 },
  ]);
});
