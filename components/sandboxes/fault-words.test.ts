import { expect, test } from "vitest";
import type { SandboxFaultDto } from "#lib/sandbox/schema.ts";
import { faultSentence } from "./fault-words.ts";

const fault: SandboxFaultDto = {
  id: "sbx_1",
  kind: "server_error",
  target: "api",
  remaining: 3,
  retryAfterSeconds: null,
  delayMs: null,
  createdAt: "2026-01-01T00:00:00.000Z",
};

test.each([
  [{}, "The next 3 calls: Broken app (500)"],
  [{ remaining: 1 }, "The next call: Broken app (500)"],
  [{ target: "token", kind: "unauthorised" }, "The next 3 calls for new access: Access refused (401)"],
  [{ kind: "rate_limited", retryAfterSeconds: 7 }, "The next 3 calls: Too many requests (429), wait 7 s"],
  [{ kind: "slow", delayMs: 20_000 }, "The next 3 calls: Slow answer, after 20 s"],
] as const)("a fault with %j reads: %s", (over, sentence) => {
  expect(faultSentence({ ...fault, ...over })).toBe(sentence);
});
