import { and, type SQL, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { at } from "#lib/history/list-days.ts";
import { resolveMoments } from "./period.ts";
import { localTime, type Zone } from "./zone.ts";

type Clock = { hour?: number | undefined; weekday?: number | undefined };

/** Rows whose moment lies in an hour of the merchant's clock, on a day of the week. */
function clockIs(column: SQL, { hour, weekday }: Clock, zone: Zone): SQL | undefined {
  return and(
    hour === undefined ? undefined : sql`extract(hour FROM ${localTime(column, zone)}) = ${hour}`,
    weekday === undefined ? undefined : sql`extract(isodow FROM ${localTime(column, zone)}) = ${weekday}`,
  );
}

/**
 * Has a list of the newest rows read the quarters of an hour that are meant, and not what lies between them: an hour of
 * the week is a 168th of a year. Without a clock, or without a beginning, the rows are read as they come.
 * @param selectRows the statement for the rows that fulfil a condition too, the newest first and no more than `count`
 * @param order of the same rows, which the statement calls `found`
 */
export async function readByClock(
  tx: Tx,
  asked: Clock & { from?: string | undefined; to?: string | undefined },
  {
    zone,
    column,
    selectRows,
    order,
    count,
  }: {
    zone: Zone;
    column: SQL;
    selectRows: (also: SQL | undefined) => SQL;
    order: SQL;
    count: number;
  },
): Promise<SQL> {
  const clock = clockIs(sql`quarter`, asked, zone);
  if (clock === undefined) return selectRows(undefined);
  const { from, to } = await resolveMoments(tx, asked, zone);
  if (from === null) return selectRows(clockIs(column, asked, zone));
  const end = at(to?.getTime() ?? Date.now());
  return sql`SELECT found.* FROM (
      SELECT quarter FROM generate_series(date_bin('15 minutes', ${at(from.getTime())}, to_timestamp(0)), ${end}, interval '15 minutes') quarter
      WHERE ${clock}) quarters,
    LATERAL (${selectRows(sql`${column} >= quarter AND ${column} < quarter + interval '15 minutes'`)}) found
    ORDER BY ${order} LIMIT ${count}`;
}
