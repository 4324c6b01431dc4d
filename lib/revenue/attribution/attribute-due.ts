import { eq, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { logger } from "#lib/logger.ts";
import { claimDue, findNextDue, fromNow } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import { attributeCharge } from "./attribute-charge.ts";

const atOnce = 4;
/** Longer than one look can take. */
const leaseMs = 60_000;

const due = {
  table: charges,
  id: charges.id,
  dueAt: charges.attributeDueAt,
  isWaiting: isNotNull(charges.attributeDueAt),
};

/** Looks for the orders of payments whose turn it is, each by one process at a time. */
export async function attributeDue({ budgetMs }: { budgetMs: number }): Promise<{ looked: number }> {
  const claim = () => claimDue({ ...due, lease: { attributeDueAt: fromNow(leaseMs) } });
  const { worked } = await workOff({ claim, work: attribute, atOnce, budgetMs });
  return { looked: worked };
}

/** What breaks on our side is logged, and tried again each hour until the payment is a day old. */
async function attribute(charge: typeof charges.$inferSelect): Promise<void> {
  try {
    await attributeCharge(charge);
  } catch (error) {
    logger.error({ err: error, chargeId: charge.id }, "the order of a payment could not be looked for");
    const isOld = sql`coalesce(${charges.paidAt}, ${charges.createdAt}) < now() - interval '1 day'`;
    await db()
      .update(charges)
      .set({ attributeDueAt: sql`CASE WHEN ${isOld} THEN NULL ELSE now() + interval '1 hour' END` })
      .where(eq(charges.id, charge.id));
  }
}

export function findNextAttribution(): Promise<Date | null> {
  return findNextDue(due);
}
