import type postgres from "postgres";
import type { Seeded } from "./merchant.ts";
import { findTables, type HistoryTables } from "./tables.ts";
import { eventTemplates, isOrder, numberPlace, rareTemplate, templateCount } from "./templates.ts";

/** `days`: from so many before `until` up to it, the events of the merchant are spread evenly. */
export type HistoryPlan = Pick<Seeded, "merchantId" | "webhooks"> & {
  rows: number;
  days: number;
  until: Date;
};

type MadeWhat = { sql: postgres.Sql; tables: HistoryTables; plan: HistoryPlan };

/** What has not ended yet, of one event in five: the newest of these webhooks. */
const heldCount = 500;
const retryingCount = 200;
const otherMerchants = 2_000;
const rowsOfOthers = 50;
const firstNumber = 1_000_000;

export async function prepareRows(sql: postgres.Sql, plan: HistoryPlan): Promise<HistoryTables> {
  const tables = await findTables(sql);
  await tables.prepare(sql, {
    first: new Date(plan.until.getTime() - (plan.days + 1) * 86_400_000),
    last: plan.until,
  });
  const rows = eventTemplates().map((template, number) => ({ number, ...template }));
  await sql`DROP TABLE IF EXISTS history_templates`;
  await sql`CREATE UNLOGGED TABLE history_templates AS
    SELECT * FROM json_to_recordset(${JSON.stringify(rows)}::text::json)
      AS t(number int, type text, data text, facts text, "searchText" text, reference text)`;
  await sql`CREATE INDEX ON history_templates (number)`;
  await sql`ANALYZE history_templates`;
  return tables;
}

/**
 * Writes the rows of a range of numbers, from the first up to and with the last: each is an event, its delivery and its
 * attempt. Numbers grow with time. 3 % failed, spread over all webhooks but the reliable one.
 */
export async function writeRows({ sql, tables, plan }: MadeWhat, first: number, last: number): Promise<void> {
  const { till, kitchen, off, failing, reliable, rare } = plan.webhooks;
  const end = plan.until.toISOString();
  const stepSeconds = (plan.days * 86_400) / plan.rows;
  await writeMade(
    sql,
    tables,
    (tx) => tx`
    SELECT i, ${plan.merchantId} AS merchant_id, destination_id, ${end}::timestamptz - (${plan.rows} - i) * ${stepSeconds}::float8 * interval '1 second' AS at,
      CASE WHEN i % 50021 = 0 THEN ${rareTemplate} ELSE 1 + (i::bigint * 7919) % ${templateCount - 1} END AS template,
      CASE WHEN destination_id = ${off} AND i > ${plan.rows - heldCount * 5} THEN 'held'
        WHEN destination_id = ${failing} AND i > ${plan.rows - retryingCount * 5} THEN 'pending'
        WHEN i % 33 = 7 AND (destination_id <> ${reliable} OR i < ${Math.round(plan.rows / 10)}) THEN 'failed'
        ELSE 'delivered' END AS status
    FROM generate_series(${first}::int, ${last}::int) AS i
    CROSS JOIN LATERAL (SELECT CASE WHEN i % 1000 = 0 THEN ${rare}
      ELSE (ARRAY[${till}, ${kitchen}, ${off}, ${failing}, ${reliable}])[1 + i % 5] END AS destination_id) destination`,
  );
}

/** Merchants with one webhook and some events each, as most are. */
export async function writeOtherMerchants({ sql, tables, plan }: MadeWhat): Promise<void> {
  const end = plan.until.toISOString();
  await sql`INSERT INTO merchants (id, name) SELECT 'mer_other_' || m, 'Other ' || m FROM generate_series(1, ${otherMerchants}::int) AS m`;
  await tables.copyWebhook(sql, plan.webhooks.till, otherMerchants);
  await writeMade(
    sql,
    tables,
    (tx) => tx`
    SELECT m * 100 + n AS i, 'mer_other_' || m AS merchant_id, 'wh_other_' || m AS destination_id, 'delivered' AS status,
      ${end}::timestamptz - (m + n * 86400) * interval '1 second' AS at, 1 + (m * 31 + n) % ${templateCount - 1} AS template
    FROM generate_series(1, ${otherMerchants}::int) AS m CROSS JOIN generate_series(1, ${Math.min(rowsOfOthers, plan.days)}::int) AS n`,
  );
}

/**
 * Has rows made of what a query says of them: number, merchant, destination, moment, template and status (as a delivery's
 * in the API).
 */
async function writeMade(
  sql: postgres.Sql,
  tables: HistoryTables,
  planned: (tx: postgres.TransactionSql) => postgres.PendingQuery<postgres.Row[]>,
): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`SET LOCAL session_replication_role = replica`;
    await tx`SET LOCAL synchronous_commit = off`;
    await tx`CREATE TEMP TABLE made ON COMMIT DROP AS
      SELECT i, planned.merchant_id, planned.destination_id, planned.at, planned.status, template.type,
        replace(template.data, ${numberPlace}, (${firstNumber} + i)::text) AS data,
        replace(template.facts, ${numberPlace}, (${firstNumber} + i)::text) AS facts,
        replace(template."searchText", ${numberPlace}, (${firstNumber} + i)::text) AS search_text,
        replace(template.reference, ${numberPlace}, (${firstNumber} + i)::text) AS reference,
        ms || substr(md5(planned.merchant_id || i), 1, 20) AS id_rest
      FROM (${planned(tx)}) AS planned
      CROSS JOIN LATERAL (SELECT lpad(to_hex((extract(epoch FROM planned.at) * 1000)::bigint), 12, '0') AS ms) hex
      JOIN history_templates template ON template.number = planned.template`;
    await tables.insertMade(tx, retryingUntil);
  });
}

/** When what waits is tried again: not while anything is measured. */
const retryingUntil = "2100-01-01T00:00:00Z";

/** What stands beside the events: the states of the webhooks, and notices. */
export async function writeSurroundings({ sql, tables, plan }: MadeWhat): Promise<void> {
  const { merchantId, webhooks: hooks, until } = plan;
  const end = until.toISOString();
  await tables.setStates(sql, { off: hooks.off, failing: hooks.failing, at: end });
  await sql`INSERT INTO notices (id, merchant_id, webhook_id, recipient, subject, body, status, attempts, due_at, sent_at, read_at, created_at)
    SELECT 'not_' || lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || substr(md5('n' || i), 1, 20), ${merchantId},
      ${hooks.failing}, CASE i % 3 WHEN 0 THEN 'ana@example.com' WHEN 1 THEN 'ben@example.com' ELSE 'cleo@example.com' END,
      'Loyalty programme is not accepting events', 'Nothing has arrived there for 15 minutes.',
      CASE WHEN i % 50 = 0 THEN 'failed' ELSE 'sent' END, 1, at, at, CASE WHEN i % 4 > 0 THEN at END, at
    FROM generate_series(1, 20000) AS i
    CROSS JOIN LATERAL (SELECT ${end}::timestamptz - (20000 - i) * interval '6 minutes' AS at) moment`;
}

/** The number of an order of the past, which its row shows, sent to the till. */
export function numberOfOrder({ rows }: Pick<Seeded, "rows">): string {
  const isSought = (i: number) =>
    i % 5 === 0 && i % 1_000 !== 0 && isOrder(1 + ((i * 7_919) % (templateCount - 1)));
  const start = Math.floor(rows / 3);
  const offset = Array.from({ length: 1_000 }, (_, index) => index).find((index) => isSought(start + index));
  if (offset === undefined) throw new Error("There is no order.");
  return String(firstNumber + start + offset);
}
