import type { FaultKind, FaultTarget } from "#lib/sandbox/fault-schema.ts";

/** What stands in the form; numbers as they were typed. */
export type FaultDraft = { kind: FaultKind; target: FaultTarget; times: string; seconds: string };

/** The draft as the verb takes it. What is no number becomes NaN, which the schema refuses with its words. */
export function faultInput(provider: string, { kind, target, times, seconds }: FaultDraft) {
  const input = { provider, kind, target, times: readNumber(times) };
  if (seconds.trim() === "") return input;
  if (kind === "slow") return { ...input, delayMs: readNumber(seconds) * 1_000 };
  if (kind === "rate_limited") return { ...input, retryAfterSeconds: readNumber(seconds) };
  return input;
}

function readNumber(text: string): number {
  return text.trim() === "" ? Number.NaN : Number(text);
}
