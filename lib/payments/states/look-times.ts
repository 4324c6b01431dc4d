import type { charges, refunds } from "#db/schema/payments.ts";

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** So long after the provider was asked without a known answer it is looked up, then at longer and longer waits. */
const soonMs = [15 * second, minute, 2 * minute, 5 * minute, 15 * minute, hour] as const;
/** What waits on a guest or a bank is told of by messages; this is for one that was lost. */
const calmMs = [minute, 5 * minute, 15 * minute, hour, 4 * hour, 4 * hour, 8 * hour, 24 * hour] as const;

/** For so long one process has a row to itself while it asks: longer than an app is waited for. */
const leaseMs = 2 * minute;
/** What was on its way to an app so long ago has arrived there, or never will. */
export const surelyArrivedMs = 2 * minute;

export function leaseEnd(): Date {
  return new Date(Date.now() + leaseMs);
}

/** When the provider is next asked how a payment stands, after so many looks; null = it has ended. */
export function nextLookAt({
  status,
  looks,
}: {
  status: (typeof charges.$inferSelect)["status"];
  looks: number;
}): Date | null {
  if (status === "succeeded" || status === "failed" || status === "ended") return null;
  const waits: readonly number[] = status === "begun" || status === "unknown" ? soonMs : calmMs;
  return new Date(Date.now() + (waits[looks] ?? waits.at(-1) ?? hour));
}

/**
 * The same of a refund. One that succeeded may still come back for some days; a message or the sweep tells of it
 * (https://docs.stripe.com/refunds#failed-refunds).
 */
export function nextRefundLookAt({
  status,
  looks,
}: {
  status: (typeof refunds.$inferSelect)["status"];
  looks: number;
}): Date | null {
  if (status === "succeeded" || status === "failed" || status === "canceled") return null;
  const waits: readonly number[] = status === "pending" ? calmMs : soonMs;
  return new Date(Date.now() + (waits[looks] ?? waits.at(-1) ?? hour));
}
