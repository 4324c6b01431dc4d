import { describe, expect, test } from "vitest";
import { randomKey } from "./retry-key.ts";
import { afterFailure, failureTitle, runWords } from "./run-words.ts";

test("the key of a form is not guessed twice, and fits into a header", () => {
  const made = Array.from({ length: 50 }, randomKey);
  expect(new Set(made).size).toBe(50);
  for (const key of made) expect(key).toMatch(/^try_[0-9a-f]{32}$/);
});

const write = { effect: "write" } as const;

describe("what pressing Run does is said before", () => {
  const account = { id: "T1", label: "Ana's Kitchen" };

  test("in the sandbox nothing leaves", () => {
    const { text } = runWords({ effect: "write" }, { environment: "sandbox", account });
    expect(text).toContain("nothing leaves Patchbay");
  });

  test("a write to a real account warns and names it; a read does not warn", () => {
    const words = runWords(write, { environment: "live", account });
    expect(words).toMatchObject({ tone: "warning", text: expect.stringContaining("Ana's Kitchen") });
    expect(runWords({ effect: "read" }, { environment: "live", account }).tone).toBe("neutral");
  });

  test("after a lost answer it is safe to run again, and that is said", () => {
    expect(afterFailure("provider_timeout", write)).toContain("not be done twice");
    expect(failureTitle("provider_timeout", write)).not.toBe(failureTitle("invalid_input", write));
    expect(afterFailure("invalid_input", write)).toBeNull();
  });

  test.each(["provider_timeout", "provider_unavailable", "unreachable"])(
    "%s never claims that a write was not done, nor that a read may have changed something",
    (code) => {
      expect(failureTitle(code, write)).toBe("It is not known whether it was done");
      expect(failureTitle(code, { effect: "read" })).not.toContain("done");
    },
  );
});
