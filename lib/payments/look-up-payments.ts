import { sql } from "drizzle-orm";
import { charges, refunds } from "#db/schema/payments.ts";
import { claimDue, findNextDue, fromNow } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import { askedCharge } from "./asked-charge.ts";
import { askedRefund } from "./asked-refund.ts";
import { lookUp } from "./look-up.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import type { RefundRow } from "./states/apply-refund.ts";

const atOnce = 4;
/** Longer than an app can take for one look. */
const leaseMs = 2 * 60_000;

type Due = { charge: ChargeRow; refund?: never } | { refund: RefundRow; charge?: never };

/**
 * Looks payments and refunds up whose outcome is not known, or that wait: each by one process at a time, and where one
 * dies, by the next.
 */
export async function lookUpPayments({ budgetMs }: { budgetMs: number }): Promise<{ looked: number }> {
  const { worked } = await workOff<Due>({
    claim,
    work: async ({ charge, refund }) => {
      if (charge) await lookUp(askedCharge, charge);
      else await lookUp(askedRefund, refund);
    },
    atOnce,
    budgetMs,
  });
  return { looked: worked };
}

/** When the next one is looked at; null = none waits. */
export async function findNextLook(): Promise<Date | null> {
  const [charge, refund] = await Promise.all([findNextDue(ofCharges), findNextDue(ofRefunds)]);
  if (charge === null || refund === null) return charge ?? refund;
  return new Date(Math.min(charge.getTime(), refund.getTime()));
}

async function claim(): Promise<Due | null> {
  const charge = await claimDue({
    ...ofCharges,
    lease: { lookDueAt: fromNow(leaseMs), looks: sql`${charges.looks} + 1` },
  });
  if (charge) return { charge };
  const refund = await claimDue({
    ...ofRefunds,
    lease: { lookDueAt: fromNow(leaseMs), looks: sql`${refunds.looks} + 1` },
  });
  return refund && { refund };
}

const ofCharges = {
  table: charges,
  id: charges.id,
  dueAt: charges.lookDueAt,
  isWaiting: sql`${charges.lookDueAt} IS NOT NULL`,
};
const ofRefunds = {
  table: refunds,
  id: refunds.id,
  dueAt: refunds.lookDueAt,
  isWaiting: sql`${refunds.lookDueAt} IS NOT NULL`,
};
