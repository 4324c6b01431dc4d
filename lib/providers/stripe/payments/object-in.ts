import { z } from "zod";
import type { MoneyObject } from "../../contract/payments.ts";
import { chargeStateOf } from "./charge-state.ts";
import { disputeStateOf } from "./dispute-state.ts";
import { payoutStateOf } from "./payout-state.ts";
import { refundStateOf } from "./refund-state.ts";

const named = z.looseObject({ object: z.string() });

/**
 * The object that a movement comes of, where it came along and can be read. One that cannot be is left to the lists and
 * look-ups, which tell of it: the movement is booked all the same.
 */
export function objectIn(source: unknown, dashboard: string): MoneyObject | null {
  const read = named.safeParse(source).data;
  if (!read) return null;
  try {
    return objectOf(read.object, source, dashboard);
  } catch (error) {
    if (error instanceof z.ZodError) return null;
    throw error;
  }
}

/** @throws z.ZodError where it is not in Stripe's form */
export function objectOf(kind: string, source: unknown, dashboard: string): MoneyObject | null {
  if (kind === "charge") return { kind: "payment", state: chargeStateOf(source) };
  if (kind === "dispute") return { kind: "dispute", state: disputeStateOf(source, dashboard) };
  if (kind === "payout") return { kind: "payout", state: payoutStateOf(source, new Date()) };
  if (kind !== "refund") return null;
  const state = refundStateOf(source);
  return state && { kind: "refund", state };
}
