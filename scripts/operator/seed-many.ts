import type { Sql } from "postgres";

/** Merchants whose payments of the last 90 days are there one by one: those of the first pages. */
const withPayments = 500;

/**
 * Fills a database with merchants who sold something in each week and month of the last thirteen, a few of whom have
 * stopped or fallen, and with payments of the largest. Sums are written as the triggers would have them.
 * @returns the user id of an operator
 */
export async function seedManyMerchants(sql: Sql, count: number): Promise<string> {
  await sql`SET session_replication_role = replica`;
  await sql`
    INSERT INTO merchants (id, name, created_at)
    SELECT 'mer_' || lpad(n::text, 8, '0'), 'Merchant ' || n, now() - (n % 400) * interval '1 day'
    FROM generate_series(1, ${count}) n`;
  await sql`
    INSERT INTO revenue_spans (merchant_id, book, environment, provider, currency, span, starts_on, payments, refunds,
      platform_fees, platform_fees_returned, balance, payment_count, dispute_count)
    SELECT 'mer_' || lpad(n::text, 8, '0'), 'merchant', 'live', CASE WHEN s.span = 'all' THEN 'stripe' ELSE '' END, 'EUR', s.span, s.starts_on,
      s.days * (1000000 / (n + 10) + 500), -(s.days * 20), -(s.days * 40), s.days, (n % 97 - 1) * 1000, s.days * 3, n % 40 / 39
    FROM generate_series(1, ${count}) n
    CROSS JOIN (
      SELECT 'month' AS span, (date_trunc('month', now()) - i * interval '1 month')::date AS starts_on, 30 AS days, i * 4 AS i FROM generate_series(0, 12) i
      UNION ALL SELECT 'all', DATE '1970-01-01', 400, 99) s
    WHERE n % 20 > 0 OR s.i > 6`;
  await sql`
    INSERT INTO revenue_months (environment, currency, starts_on, signed_up_in, book, payments, refunds, platform_fees,
      platform_fees_returned, payment_count, dispute_count, merchant_count)
    SELECT environment, currency, starts_on, date_trunc('month', m.created_at)::date, book, sum(payments), sum(refunds),
      sum(platform_fees), sum(platform_fees_returned), sum(payment_count), sum(dispute_count), count(*)
    FROM revenue_spans s JOIN merchants m ON m.id = merchant_id WHERE span = 'month' GROUP BY 1, 2, 3, 4, 5`;
  await sql`
    INSERT INTO revenue_standings (environment, currency, week_on, merchant_id, recent_volume, earlier_volume, payments, disputes)
    SELECT 'live', 'EUR', (date_trunc('week', now()) - (week - ahead) * interval '7 days')::date, 'mer_' || lpad(n::text, 8, '0'),
      coalesce(sum(7 * (1000000 / (n + 10) + 500)) FILTER (WHERE ahead BETWEEN 1 AND 4), 0),
      coalesce(sum(7 * (1000000 / (n + 10) + 500)) FILTER (WHERE ahead > 4), 0),
      coalesce(sum(21) FILTER (WHERE ahead <= 4), 0), coalesce(sum(n % 40 / 39) FILTER (WHERE ahead <= 4), 0)
    FROM generate_series(1, ${count}) n CROSS JOIN generate_series(0, 25) week CROSS JOIN generate_series(0, 8) ahead
    WHERE n % 20 > 0 OR week > 6
    GROUP BY week - ahead, n`;
  await sql`
    INSERT INTO charges (id, merchant_id, provider, environment, account_id, origin, amount, currency, fee, status, paid_at)
    SELECT 'chg_' || n || '_' || i, 'mer_' || lpad(n::text, 8, '0'), 'stripe', 'live', 'acct_' || n, 'request',
      200 + (i * 7919 + n * 31) % 4000 * 5, 'EUR', 30, 'succeeded', now() - (i % 89) * interval '1 day'
    FROM generate_series(1, ${Math.min(withPayments, count)}) n
    CROSS JOIN LATERAL generate_series(1, CASE WHEN n <= 25 THEN 9000 ELSE 900 END) i`;
  await sql`INSERT INTO users (id, email, name, password_hash) VALUES ('usr_bench', 'bench@example.com', 'Bench', 'none')`;
  await sql`INSERT INTO operators (user_id, created_by) VALUES ('usr_bench', 'bench')`;
  await sql`SET session_replication_role = origin`;
  await sql`VACUUM ANALYZE`;
  return "usr_bench";
}
