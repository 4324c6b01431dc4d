import { and, eq, getTableColumns, isNull, type SQL } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import { destinations } from "#db/schema/destinations.ts";
import { conflict, notFound } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";

/** Automations with what they are as destinations. */
export function selectAutomations(tx: Tx, where: SQL | undefined) {
  return tx
    .select({ ...getTableColumns(destinations), ...getTableColumns(automations) })
    .from(automations)
    .innerJoin(destinations, eq(destinations.id, automations.id))
    .where(where)
    .$dynamic();
}

export type AutomationRow = Awaited<ReturnType<typeof selectAutomations>>[number];

/** @throws {AppError} 404 for an automation that is not there, is deleted, or is another merchant's */
export async function findAutomation(tx: Tx, merchantId: string, id: string): Promise<AutomationRow> {
  const own = and(eq(automations.merchantId, merchantId), eq(automations.id, id));
  const [row] = await selectAutomations(tx, and(own, isNull(destinations.deletedAt)));
  if (!row) throw notFound("automation");
  return row;
}

/** As findAutomation, and nobody else changes the automation until the transaction ends. */
export async function lockAutomation(tx: Tx, merchantId: string, id: string): Promise<AutomationRow> {
  await tx
    .select({ id: destinations.id })
    .from(destinations)
    .where(and(eq(destinations.merchantId, merchantId), eq(destinations.id, id)))
    .for("no key update");
  return findAutomation(tx, merchantId, id);
}

/**
 * As lockAutomation, for a change that was made to this revision.
 * @throws {AppError} 409 where someone has changed it since
 */
export async function lockRevision(
  tx: Tx,
  merchantId: string,
  { id, revision }: { id: string; revision: number },
): Promise<AutomationRow> {
  const row = await lockAutomation(tx, merchantId, id);
  if (row.revision === revision) return row;
  throw conflict("changed_meanwhile", say("problem_automation_changed", { revision: row.revision }));
}
