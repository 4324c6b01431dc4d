import { setTimeout as wait } from "node:timers/promises";
import type { SandboxRefusal, SandboxReply } from "#lib/providers/sandbox-kit/contract.ts";
import type { TakenFault } from "./take-fault.ts";

const retryAfterSeconds = 30;
const delayMs = 15_000;

type FaultOutcome = { refusal: SandboxRefusal } | { reply: SandboxReply } | "given_up" | null;

/**
 * Does what a fault does before the call is handled.
 * @returns the refusal or reply that stands in for the provider's answer; null = go on; given_up = the caller left
 * while a slow call waited, so it is not taken up (what is done and left without an answer is the fault `lost`)
 */
export async function applyFault(fault: TakenFault, signal: AbortSignal): Promise<FaultOutcome> {
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
      return (await isStillThere(fault.delayMs ?? delayMs, signal)) ? null : "given_up";
    case "lost":
      return null;
  }
}

async function isStillThere(afterMs: number, signal: AbortSignal): Promise<boolean> {
  try {
    await wait(afterMs, undefined, { signal });
    return true;
  } catch (error) {
    if (signal.aborted) return false;
    throw error;
  }
}
