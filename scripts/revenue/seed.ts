import type { Sql } from "postgres";

export const largeMerchant = "mer_019b00000000aaaaaaaaaaaaaaaaaaaa";
const others = Array.from({ length: 4 }, (_, place) => `mer_019b00000000c${String(place).padStart(19, "0")}`);
/** Balance, payment, our fee, the provider's. */
const entriesOfPayment = 4;
/** Of all entries, those of the one merchant. */
const shareOfLarge = 0.9;

/**
 * Fills a migrated, empty database with so many entries of so many days, the same each time: payments with their charges
 * and what was sold, refunds, disputes, a payout each day with its items, roll-ups made of all of it.
 */
export async function seedRevenue(
  sql: Sql,
  size: { entries: number; days: number },
  report: (line: string) => void,
): Promise<void> {
  await sql`SET synchronous_commit = off`;
  const perDay = Math.ceil((size.entries * shareOfLarge) / entriesOfPayment / size.days);
  const ofOthers = Math.ceil(
    (size.entries - size.entries * shareOfLarge) / entriesOfPayment / size.days / others.length,
  );
  for (const id of [largeMerchant, ...others]) await seedMerchant(sql, id);
  const indexes = await dropIndexes(sql);
  for (let ago = size.days - 1; ago >= 0; ago -= 1) {
    await seedDay(sql, largeMerchant, ago, perDay);
    for (const id of others) await seedDay(sql, id, ago, ofOthers);
    if (ago % 30 === 0) report(`${size.days - ago} of ${size.days} days`);
  }
  report(`${indexes.length} indexes`);
  await sql`SET maintenance_work_mem = '1GB'`;
  for (const create of indexes) await sql.unsafe(create);
  report("roll-ups");
  await rollUp(sql);
  report("ANALYZE");
  await sql`VACUUM ANALYZE`;
}

/** Indexes that are built once over all rows cost a part of what each row would. @returns the statements that build them */
async function dropIndexes(sql: Sql): Promise<string[]> {
  const tables = ["ledger_journals", "ledger_entries", "charges", "sale_parts", "payout_items"];
  const indexes = await sql<{ name: string; definition: string }[]>`
    SELECT indexname AS name, indexdef AS definition FROM pg_indexes
    WHERE schemaname = 'public' AND tablename = ANY(${tables})
      AND NOT EXISTS (SELECT FROM pg_constraint WHERE conname = indexname)`;
  for (const { name } of indexes) await sql`DROP INDEX ${sql(name)}`;
  return indexes.map(({ definition }) => definition);
}

async function seedMerchant(sql: Sql, id: string): Promise<void> {
  await sql`INSERT INTO merchants (id, name, time_zone) VALUES (${id}, ${id}, 'Europe/Berlin')`;
  await sql`INSERT INTO payment_accounts (id, merchant_id, provider, environment, account_id, book, agreed_until)
    VALUES (${id.replace("mer", "pac")}, ${id}, 'stripe', 'live', ${id.replace("mer", "acct")}, 'merchant', now())`;
}

/** A payment's number within the day decides what becomes of it. One in ten is in dollars. */
async function seedDay(sql: Sql, merchantId: string, ago: number, rows: number): Promise<void> {
  const accountId = merchantId.replace("mer", "acct");
  await sql.begin(async (tx) => {
    await tx`CREATE TEMP TABLE made ON COMMIT DROP AS
      SELECT n, at, md5(${`${merchantId}/${ago}/`} || n) AS mark, 'payment' AS kind, 900 + (n * 37) % 6000 AS amount,
        CASE WHEN n % 10 = 7 THEN 'USD' ELSE 'EUR' END AS currency, n AS about,
        lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') AS time_of_id
      FROM (SELECT n, date_trunc('day', now(), 'UTC') - ${ago}::int * interval '1 day'
        + CASE WHEN ${ago} = 0 THEN now() - date_trunc('day', now(), 'UTC') ELSE interval '1 day' END
          * (n::float / ${rows + 1}) AS at FROM generate_series(1, ${rows}::int) n) moments`;
    await tx`INSERT INTO made SELECT n, at + interval '2 hours', md5(mark || 'again'), CASE WHEN n % 1000 = 3 THEN 'dispute' ELSE 'refund' END,
        -amount / 2, currency, n, time_of_id FROM made WHERE n % 33 = 3 OR n % 1000 = 3`;
    await tx`INSERT INTO ledger_journals (id, merchant_id, book, provider, environment, account_id, source_id, kind, provider_kind,
        currency, payment_id, object_id, fingerprint, entry_count, effective_at, available_at, recorded_at, reported_at, facts)
      SELECT 'jnl_' || time_of_id || left(mark, 20), ${merchantId}, 'merchant', 'stripe', 'live', ${accountId}, 'txn_' || mark, kind, kind,
        currency, 'ch_' || md5(${`${merchantId}/${ago}/`} || about), CASE kind WHEN 'payment' THEN 'ch_' WHEN 'refund' THEN 're_' ELSE 'dp_' END || mark,
        'none', CASE WHEN kind = 'payment' THEN 4 ELSE 2 END, at, at + interval '2 days', at, at, '{"fees":[]}' FROM made`;
    await tx`INSERT INTO ledger_entries (journal_id, position, merchant_id, account, currency, amount)
      SELECT 'jnl_' || time_of_id || left(mark, 20), position, ${merchantId}, account, currency, entry FROM made,
        LATERAL (VALUES (0, 'balance', CASE kind WHEN 'payment' THEN amount - amount / 25 - amount / 50 ELSE amount END),
          (1, CASE kind WHEN 'payment' THEN 'payments' WHEN 'refund' THEN 'refunds' ELSE 'disputes' END, -amount),
          (2, CASE WHEN kind = 'payment' THEN 'platform_fees' END, amount / 25),
          (3, CASE WHEN kind = 'payment' THEN 'provider_fees' END, amount / 50)) sides (position, account, entry)
      WHERE account IS NOT NULL`;
    await tx`INSERT INTO charges (id, merchant_id, provider, environment, account_id, origin, amount, currency, fee, tip, order_id,
        status, charge_id, paid_at, created_at, qr_code_id, table_number)
      SELECT 'chg_' || time_of_id || left(mark, 20), ${merchantId}, 'stripe', 'live', ${accountId}, 'provider', amount, currency, amount / 25,
        n % 300, 'ord_' || mark, 'succeeded', 'ch_' || mark, at, at, 'qr_table_' || n % 60, (n % 60)::text FROM made WHERE kind = 'payment'`;
    await tx`INSERT INTO sale_parts (charge_id, merchant_id, environment, currency, dimension, value, sold_at, gross, tips, orders, quantity)
      SELECT 'chg_' || time_of_id || left(mark, 20), ${merchantId}, 'live', currency, dimension, value, at, amount - less, (n % 300) - less, 1, count
      FROM made, LATERAL (VALUES ('all', '', 0, 0), ('code', 'qr_table_' || n % 60, 0, 0), ('table', (n % 60)::text, 0, 0),
        ('product', 'Dish ' || (n * 7919) % 500, n % 300, 1 + n % 3)) parts (dimension, value, less, count)
      WHERE kind = 'payment'`;
    const payoutId = `pot_${merchantId.slice(4, 16)}${merchantId.slice(-12)}${String(ago).padStart(8, "0")}`;
    await tx`INSERT INTO payouts (id, merchant_id, provider, environment, account_id, payout_id, amount, currency, status, provider_status,
        is_final, is_automatic, created_at, arrives_at, items_read_at)
      SELECT ${payoutId}, ${merchantId}, 'stripe', 'live', ${accountId}, ${payoutId.replace("pot", "po")},
        sum(CASE kind WHEN 'payment' THEN amount - amount / 25 - amount / 50 ELSE amount END), 'EUR', 'paid', 'paid', true, true,
        max(at) + interval '1 day', max(at) + interval '2 days', now() FROM made WHERE currency = 'EUR' HAVING count(*) > 0`;
    await tx`INSERT INTO payout_items SELECT ${payoutId}, 'txn_' || mark, ${merchantId} FROM made WHERE currency = 'EUR'`;
    await tx`INSERT INTO disputes (id, merchant_id, provider, environment, account_id, charge_id, dispute_id, amount, currency, status,
        provider_status, opened_at)
      SELECT 'dsp_' || time_of_id || left(mark, 20), ${merchantId}, 'stripe', 'live', ${accountId},
        'chg_' || time_of_id || left(md5(${`${merchantId}/${ago}/`} || about), 20), 'dp_' || mark, -amount, currency,
        'lost', 'lost', at FROM made WHERE kind = 'dispute'`;
  });
}

/** In order of time, as rows are written. */
async function rollUp(sql: Sql): Promise<void> {
  const quarter = (column: string) => `date_bin('15 minutes', ${column}, '1970-01-01T00:00:00Z')`;
  const sum = (account: string) => `coalesce(-sum(amount) FILTER (WHERE account = '${account}'), 0)`;
  const count = (account: string, kind: string) =>
    `count(*) FILTER (WHERE account = '${account}' AND kind = '${kind}')`;
  // Of the triggers that are off while rows are made, the one that keeps months.
  await sql`ALTER TABLE revenue_quarters ENABLE ALWAYS TRIGGER revenue_quarters_added`;
  await sql.unsafe(`
    INSERT INTO revenue_quarters (merchant_id, book, environment, provider, currency, quarter_at, payments, refunds, disputes,
      platform_fees, provider_fees, payment_count, refund_count, dispute_count)
    SELECT journal.merchant_id, book, environment, provider, journal.currency, ${quarter("reported_at")},
      ${["payments", "refunds", "disputes", "platform_fees", "provider_fees"].map(sum).join(", ")},
      ${count("payments", "payment")}, ${count("refunds", "refund")}, ${count("disputes", "dispute")}
    FROM ledger_journals journal JOIN ledger_entries entry ON entry.journal_id = journal.id GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 6`);
  await sql`ALTER TABLE revenue_quarters ENABLE TRIGGER revenue_quarters_added`;
  for (const [table, column, start] of [
    ["sales_quarters", "quarter_at", quarter("sold_at")],
    ["sales_days", "day_at", "date_trunc('day', sold_at, 'UTC')"],
    ["sales_months", "month_at", "date_trunc('month', sold_at, 'UTC')"],
  ] as const) {
    await sql.unsafe(`
      INSERT INTO ${table} (merchant_id, environment, currency, dimension, value, ${column}, gross, tips, orders, quantity)
      SELECT merchant_id, environment, currency, dimension, value, ${start}, sum(gross), sum(tips), sum(orders), sum(quantity)
      FROM sale_parts GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 6`);
  }
}
