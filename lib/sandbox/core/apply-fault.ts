import { setTimeout as wait } from "node:timers/promises";
import type { SandboxRefusal, SandboxReply } from "#lib/providers/sandbox-contract.ts";
import type { TakenFault } from "./take-fault.ts";

const retryAfterSeconds = 30;
const delayMs = 15_000;

/**
 * Does what a fault does before the call is handled.
 * @returns the refusal or reply that stands in for the provider's answer; null = go on
 * @throws AbortError where the caller gave up while a slow call waited: then it was never taken up. (What was done and
 * left without an answer is another fault, `lost`.)
 */
export async function applyFault(
  fault: TakenFault,
  signal: AbortSignal,
): Promise<{ refusal: SandboxRefusal } | { reply: SandboxReply } | null> {
  switch (fault.kind) {
    case "unauthorised":
      return { refusal: { kind: "unknown_credential" } };
    case "forbidden":
      return { refusal: { kind: "forbidden" } };
    case "rate_limited":
      return {
        refusal: { kind: "rate_limited", retryAfterSeconds: fault.retryAfterSeconds ?? retryAfterSeconds },
      };
    case "server_error":
      return { refusal: { kind: "server_error" } };
    case "malformed":
      return { reply: { status: 200, headers: { "content-type": "application/json" }, text: '{"broken": ' } };
    case "slow":
      await wait(fault.delayMs ?? delayMs, undefined, { signal });
      return null;
    case "lost":
      return null;
  }
}
