import { isNotNull } from "drizzle-orm";
import { charges } from "#db/schema/payments.ts";
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
  const { worked } = await workOff({ claim, work: attributeCharge, atOnce, budgetMs });
  return { looked: worked };
}

export function findNextAttribution(): Promise<Date | null> {
  return findNextDue(due);
}
