import type { FaultKind } from "#lib/sandbox/fault-schema.ts";
import type { SandboxFaultDto } from "#lib/sandbox/schema.ts";

/** What each fault is called, and what the app does then. */
export const faultWords = {
  unauthorised: {
    label: "Access refused (401)",
    meaning: "The app says that it does not know the access it was shown, as after a password change.",
  },
  forbidden: {
    label: "Not permitted (403)",
    meaning: "The app says that the permission is missing.",
  },
  rate_limited: {
    label: "Too many requests (429)",
    meaning: "The app asks to wait a while. Only this connection should slow down.",
  },
  server_error: {
    label: "Broken app (500)",
    meaning: "The app fails on its own side. Patchbay should try again.",
  },
  slow: {
    label: "Slow answer",
    meaning: "The app takes its time. Patchbay stops waiting after a while and tries again.",
  },
  malformed: {
    label: "Answer that makes no sense",
    meaning: "The app says that all is well, but its answer breaks off in the middle.",
  },
  lost: {
    label: "Done, but the answer is lost",
    meaning: "The app does what it was asked, and the line goes dead. Patchbay must not do it twice.",
  },
} as const satisfies Record<FaultKind, { label: string; meaning: string }>;

export function callsText(calls: number): string {
  return calls === 1 ? "call" : `${calls} calls`;
}

/** What is still to come of a fault: "The next 3 calls: Broken app (500)". */
export function faultSentence(fault: SandboxFaultDto): string {
  const calls = `The next ${callsText(fault.remaining)}`;
  const where = fault.target === "token" ? " for new access" : "";
  return `${calls}${where}: ${faultWords[fault.kind].label}${detailOf(fault)}`;
}

function detailOf({ kind, retryAfterSeconds, delayMs }: SandboxFaultDto): string {
  if (kind === "rate_limited" && retryAfterSeconds !== null) return `, wait ${retryAfterSeconds} s`;
  if (kind === "slow" && delayMs !== null) return `, after ${Math.round(delayMs / 1_000)} s`;
  return "";
}
