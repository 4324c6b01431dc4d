import type { AccountDocument } from "./account-document.ts";

const dayMs = 24 * 60 * 60_000;

/** What time it is in an account. */
export function timeIn({ clock }: Pick<AccountDocument, "clock">, machine = new Date()): Date {
  if (!clock) return machine;
  return "stoppedAt" in clock ? new Date(clock.stoppedAt) : new Date(machine.getTime() + clock.offsetMs);
}

export function secondsOf(time: Date): number {
  return Math.floor(time.getTime() / 1_000);
}

/** The midnight, by UTC, that so many days bring. 0 = the one that has passed. */
export function midnight(seconds: number, days: number): number {
  return (Math.floor((seconds * 1_000) / dayMs) + days) * (dayMs / 1_000);
}
