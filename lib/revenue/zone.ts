import { eq, type SQL, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { readSqlState } from "#db/sql-state.ts";

/** Where a merchant's days begin: what people call the zone, and what Postgres does. */
export type Zone = { name: string; inPostgres: string };

const known = new Map<string, string>();

/** A merchant's time zone; one that Postgres has never heard of is UTC, and called so. */
export async function readZone(merchantId: string): Promise<Zone> {
  const [merchant] = await db()
    .select({ timeZone: merchants.timeZone })
    .from(merchants)
    .where(eq(merchants.id, merchantId));
  const name = merchant?.timeZone ?? "UTC";
  const inPostgres = known.get(name) ?? (await findInPostgres(name));
  known.set(name, inPostgres);
  return { name: inPostgres === "UTC" ? "UTC" : name, inPostgres };
}

async function findInPostgres(name: string): Promise<string> {
  const candidate = postgresName(name);
  try {
    await db().execute(sql`SELECT now() AT TIME ZONE ${candidate}`);
    return candidate;
  } catch (error) {
    // invalid_parameter_value: no such zone.
    if (readSqlState(error) === "22023") return "UTC";
    throw error;
  }
}

/** ECMAScript's `+05:30` lies east of Greenwich; Postgres reads such a name as POSIX does, where east is below zero. */
function postgresName(name: string): string {
  const offset = /^([+-])(\d\d):?(\d\d)?$/.exec(name);
  if (!offset) return name;
  const [, sign, hours, minutes = "00"] = offset;
  return `<${name}>${sign === "+" ? "-" : "+"}${hours}:${minutes}`;
}

/** What the clock on the wall says at a moment. */
export function localTime(moment: SQL, { inPostgres }: Zone): SQL {
  return sql`(${moment} AT TIME ZONE ${inPostgres})`;
}

/**
 * The first moment of a local day, also where its first hour is left out, or comes twice: Postgres reads a local time that
 * comes twice as the later one, so the quarters of three hours before it are looked at too. No change of clocks is longer.
 */
export function startOfDay(day: SQL, { inPostgres }: Zone): SQL {
  return sql`(SELECT min(candidate) FROM generate_series(0, 12) back,
    LATERAL (SELECT ((${day})::timestamp AT TIME ZONE ${inPostgres}) - back * interval '15 minutes' AS candidate) one
    WHERE (candidate AT TIME ZONE ${inPostgres})::date >= (${day}))`;
}
