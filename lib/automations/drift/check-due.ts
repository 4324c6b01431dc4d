import { and, eq, isNotNull, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { wake } from "#lib/jobs/wake.ts";
import { version } from "#lib/version.ts";
import { claimDue, findNextDue } from "#lib/work/claim-due.ts";
import { workOff } from "#lib/work/work-off.ts";
import { checkAutomation } from "./check-automation.ts";

const atOnce = 2;
/** Spread over a tenth of the day, so that what was published together is not checked together forever. */
const nextTurn = sql`now() + (0.95 + random() * 0.1) * interval '1 day'`;
/** What did not answer is asked again. */
const soon = sql`now() + interval '1 hour'`;

const due = {
  table: automations,
  id: automations.id,
  dueAt: automations.checkDueAt,
  isWaiting: sql`${automations.checkDueAt} IS NOT NULL`,
};

/** When the next automation is to be checked; null = none is. */
export function findNextDriftCheck(): Promise<Date | null> {
  return findNextDue(due);
}

/** Checks the automations whose turn it is: each day, after each publishing, and after each release. */
export async function checkDueAutomations({ budgetMs }: { budgetMs: number }): Promise<{ checked: number }> {
  const claim = () => claimDue({ ...due, lease: { checkDueAt: nextTurn, checkedWith: version } });
  const work = async ({ id, merchantId }: typeof automations.$inferSelect) => {
    const checked = await checkAutomation(merchantId, id);
    if (checked?.isWhole) return;
    await db()
      .update(automations)
      .set({ checkDueAt: checked === null ? null : soon })
      .where(and(eq(automations.id, id), eq(automations.merchantId, merchantId)));
  };
  // Each at its own claim: whoever is claimed has had its turn, also if this process ends before it.
  const { worked } = await workOff({ claim, work, atOnce, budgetMs });
  return { checked: worked };
}

let hasLooked = false;

/**
 * Has all automations checked that were last checked by another release: schemas come with it. Each process asks once.
 * @returns how many are to be checked
 */
export async function checkAfterRelease({
  isFirst = !hasLooked,
}: {
  isFirst?: boolean;
} = {}): Promise<number> {
  if (!isFirst) return 0;
  const rows = await db()
    .update(automations)
    .set({ checkDueAt: sql`now()` })
    .where(
      and(isNotNull(automations.checkDueAt), sql`${automations.checkedWith} IS DISTINCT FROM ${version}`),
    )
    .returning({ id: automations.id });
  hasLooked = true;
  if (rows.length > 0) wake("drift/ready");
  return rows.length;
}
