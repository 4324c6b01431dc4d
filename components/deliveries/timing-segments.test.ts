import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timingSegments } from "./timing-segments.ts";

const kept = { dnsMs: null, connectMs: null, tlsMs: null };

describe("timingSegments", () => {
  test("leaves out what a kept-alive connection did not need", () => {
    expect(timingSegments({ ...kept, firstByteMs: 30, totalMs: 42 })).toEqual([
      { name: "Wait for the answer", ms: 30 },
      { name: "Read the answer", ms: 12 },
    ]);
  });

  test("calls the rest a wait in vain where no answer began", () => {
    const timing = { dnsMs: 2, connectMs: 8, tlsMs: null, firstByteMs: null, totalMs: 1_000 };
    expect(timingSegments(timing).at(-1)).toEqual({ name: "No answer", ms: 990 });
  });

  test("the parts make up the total, and none is negative", () => {
    const part = fc.option(fc.nat(5_000), { nil: null });
    fc.assert(
      fc.property(part, part, part, part, fc.nat(5_000), (dnsMs, connectMs, tlsMs, firstByteMs, restMs) => {
        const sumMs = [dnsMs, connectMs, tlsMs, firstByteMs].reduce<number>((sum, ms) => sum + (ms ?? 0), 0);
        const totalMs = sumMs + restMs;
        const segments = timingSegments({ dnsMs, connectMs, tlsMs, firstByteMs, totalMs });
        expect(segments.reduce((sum, segment) => sum + segment.ms, 0)).toBe(totalMs);
        expect(segments.every((segment) => segment.ms >= 0)).toBe(true);
      }),
    );
  });
});
