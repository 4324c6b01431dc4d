import { expect, test } from "vitest";
import { progressText, reportText } from "./report-text.ts";

const done = { jobId: "job_1", keyId: "k2", total: 4_000, done: 4_000, failed: 0 };

test("progress says how far it is, and that nothing to do is all done", () => {
  expect(progressText({ ...done, done: 1_200, failed: 2 })).toBe(
    "sealed anew: 1,200 of 4,000 (30 %), 2 failed",
  );
  expect(progressText({ ...done, total: 0, done: 0 })).toContain("(100 %)");
});

test("a key that holds nothing may go; the one that seals and one that still holds rows may not", () => {
  const keys = [
    { keyId: "k2", rows: 4_000 },
    { keyId: "k0", rows: 3 },
  ];
  const failures = [{ message: 'ENCRYPTION_KEYS lacks the key "k0".', rows: 3, rowIds: ["a", "b", "c"] }];
  const text = reportText({ ...done, failed: 3, failures, keys }, ["k2", "k1", "k0"]);
  expect(text).toContain('No row needs "k1" any more');
  expect(text).not.toMatch(/needs .*"k[02]"/);
  expect(text).toContain("k0: 3");
  expect(text).toContain('3. ENCRYPTION_KEYS lacks the key "k0". Such as: a, b, c');
});

test("on an empty database every old key may go", () => {
  const text = reportText({ ...done, failures: [], keys: [] }, ["k2", "k1", "k0"]);
  expect(text).toContain("none");
  expect(text).toContain('No row needs "k1" and "k0" any more');
});
