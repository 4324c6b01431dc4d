import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maxRetries, maxRetryDelaySeconds, retryPresets } from "#lib/webhooks/retry-presets.ts";
import { retrySentence } from "./retry-sentence.ts";

describe("a retry schedule in words", () => {
  test.each([
    ["standard", "Again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h: 8 attempts over about 28 hours."],
    ["exponential3", "Again after 10 s and 1 min 40 s: 3 attempts over 110 seconds."],
    ["none", "One attempt, and no further one if it fails."],
  ])("the preset %s", (id, sentence) => {
    expect(retrySentence(retryPresets.find((preset) => preset.id === id)?.schedule ?? [-1])).toBe(sentence);
  });

  test("one wait stands without a list", () => {
    expect(retrySentence([60])).toBe("Again after 1 min: 2 attempts over 60 seconds.");
  });

  test("names every wait and one attempt more than waits", () => {
    const schedule = fc.array(fc.integer({ min: 1, max: maxRetryDelaySeconds }), {
      minLength: 1,
      maxLength: maxRetries,
    });
    fc.assert(
      fc.property(schedule, (seconds) => {
        const sentence = retrySentence(seconds);
        const waits = sentence.slice("Again after ".length, sentence.indexOf(":")).split(/, | and /);
        expect(waits).toHaveLength(seconds.length);
        expect(sentence).toContain(`: ${seconds.length + 1} attempts over `);
      }),
    );
  });
});
