import { type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { at } from "#lib/history/list-days.ts";
import { resolveMoments } from "./period.ts";
import type { Zone } from "./zone.ts";

/**
 * Rows of a list whose moment lies in what was asked for; a side that was not asked for is open. Days and moments mean
 * what they mean in reports.
 * @throws {AppError} 422 where the period ends before it begins
 */
export async function inListPeriod(
  tx: Tx,
  column: SQL,
  asked: { from?: string | undefined; to?: string | undefined },
  zone: Zone,
): Promise<SQL | undefined> {
  if (asked.from === undefined && asked.to === undefined) return undefined;
  const { from, to } = await resolveMoments(tx, asked, zone);
  if (from && to && from >= to) throw invalidInput([{ path: "to", message: say("field_period_order") }]);
  const parts = [
    from ? sql`${column} >= ${at(from.getTime())}` : undefined,
    to ? sql`${column} < ${at(to.getTime())}` : undefined,
  ];
  return sql.join(
    parts.filter((part) => part !== undefined),
    sql` AND `,
  );
}
