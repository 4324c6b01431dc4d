import type { Sql } from "postgres";

type SeedSize = {
  /** Of the one large merchant, each with a delivery and an attempt at its first webhook. */
  events: number;
  /** Of all other merchants together, in days and tables of their own making. */
  otherAttempts: number;
  days: number;
};

export const largeMerchant = "mer_019b00000000aaaaaaaaaaaaaaaaaaaa";
export const largeWebhook = "wh_019b00000000aaaaaaaaaaaaaaaaaaaa";
/** Went out of use two months ago, and got little before. */
export const quietWebhook = "wh_019b00000000bbbbbbbbbbbbbbbbbbbb";
const otherMerchant = "mer_019b00000000cccccccccccccccccccc";
const otherWebhook = "wh_019b00000000cccccccccccccccccccc";

/**
 * Fills a migrated, empty database with history of so many days, the same each time: orders, scans, conversions and a
 * few rare types, most of them delivered, some failed, cancelled, tests or waiting. Payloads and exchanges are made for
 * the last 30 days.
 */
export async function seedHistory(sql: Sql, size: SeedSize, report: (line: string) => void): Promise<void> {
  await sql`SET synchronous_commit = off`;
  await sql`SELECT patchbay_make_days((now() AT TIME ZONE 'UTC')::date - ${size.days + 1}::int, (now() AT TIME ZONE 'UTC')::date + 7)`;
  await seedDestinations(sql);
  const perDay = Math.ceil(size.events / size.days);
  const otherPerDay = Math.ceil(size.otherAttempts / size.days);
  for (let ago = size.days - 1; ago >= 0; ago -= 1) {
    await seedDay(sql, ago, perDay);
    await seedOthers(sql, ago, otherPerDay);
    if (ago % 10 === 0) report(`${size.days - ago} of ${size.days} days`);
  }
  await sql`
    INSERT INTO delivery_queue (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, attempts, due_at)
    SELECT id, merchant_id, destination_id, event_id, event_at, event_type, 1, now() + interval '1 hour'
    FROM deliveries WHERE status = 'pending'`;
  report("indexes over words");
  for (let ago = 1; ago < size.days; ago += 1) {
    const day = sql`(now() AT TIME ZONE 'UTC')::date - ${ago}::int`;
    await sql`SELECT patchbay_index_words(${day}), patchbay_map_words(${day})`;
  }
  report("ANALYZE");
  await sql`VACUUM ANALYZE`;
}

async function seedDestinations(sql: Sql): Promise<void> {
  await sql`INSERT INTO merchants (id, name) VALUES (${largeMerchant}, 'Large'), (${otherMerchant}, 'Others') ON CONFLICT DO NOTHING`;
  for (const [id, merchantId, description] of [
    [largeWebhook, largeMerchant, "Kitchen printer"],
    [quietWebhook, largeMerchant, "Old archive"],
    [otherWebhook, otherMerchant, "Others"],
  ] as const) {
    await sql`INSERT INTO destinations (id, merchant_id, kind, event_types, retry_schedule, timeout_ms)
      VALUES (${id}, ${merchantId}, 'webhook', '{*}', '{5,300}', 10000) ON CONFLICT DO NOTHING`;
    await sql`INSERT INTO webhooks (id, merchant_id, url, description, sealed)
      VALUES (${id}, ${merchantId}, ${`https://pos.example.com/${id.slice(-4)}`}, ${description}, 'none') ON CONFLICT DO NOTHING`;
  }
}

/** A row's number within the day decides what it is. */
async function seedDay(sql: Sql, ago: number, rows: number): Promise<void> {
  await sql.begin(async (tx) => {
    await tx`CREATE TEMP TABLE made ON COMMIT DROP AS
      SELECT happened.*, 'evt_' || lpad(to_hex((extract(epoch FROM accepted_at) * 1000)::bigint), 12, '0') || left(md5(seed), 20) AS id,
        CASE WHEN is_quiet THEN ${quietWebhook} ELSE ${largeWebhook} END AS destination_id,
        CASE WHEN n % 500 = 7 THEN 'test' ELSE 'api' END AS origin,
        CASE WHEN number IS NOT NULL THEN format(' order %s €%s 50 3 items %s order paid order paid %s table %s pizza margherita espresso',
            number, total, name, name, n % 60)
          WHEN type = 'qr.scanned' THEN format(' table %s scanned in berlin qr code scanned qr scanned table %s germany phone', n % 60, n % 60)
          WHEN type = 'conversion.tracked' THEN format(' newsletter €%s 00 conversion tracked conversion tracked newsletter', n % 90)
          ELSE ' menu summer winner experiment completed experiment completed terrace' END
          || ' =evt-' || left(md5(seed), 20) || '= =' || md5(seed || 'code') || '=' AS search_text
      FROM (SELECT n, ${`${ago}/`} || n AS seed, ${ago} > 60 AND n % 2000 = 11 AS is_quiet,
          date_trunc('day', now(), 'UTC') - ${ago}::int * interval '1 day'
            + CASE WHEN ${ago} = 0 THEN now() - date_trunc('day', now(), 'UTC') ELSE interval '1 day' END * (n::float / ${rows + 1}) AS accepted_at,
          CASE WHEN n % 20 < 8 THEN 'order.paid' WHEN n % 20 < 18 THEN 'qr.scanned'
            WHEN n = 19 AND ${ago} % 30 = 20 THEN 'experiment.completed' ELSE 'conversion.tracked' END AS type,
          CASE WHEN n % 20 < 8 THEN (${ago}::bigint * ${rows} + n + 100000)::text END AS number, (n % 211) AS total,
          (ARRAY['mara klein', 'jonas weber', 'sofia rossi', 'lena vogel', 'tom baker', 'ines costa'])[1 + n % 6]
            || CASE WHEN n % 9973 = 17 THEN ' zeppelin' ELSE '' END AS name
        FROM generate_series(1, ${rows}::int) n) happened`;
    await tx`INSERT INTO event_keys SELECT ${largeMerchant}, id, accepted_at FROM made`;
    await tx`INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text, reference, destination_ids, announced_at)
      SELECT ${largeMerchant}, id, accepted_at, type, accepted_at, origin,
        CASE WHEN number IS NULL THEN json_build_object('code', json_build_object('id', 'c', 'name', 'Table ' || n % 60), 'location', json_build_object('city', 'Berlin'))
          ELSE json_build_object('number', number, 'currency', 'EUR', 'totalAmount', total * 100 + 50, 'lines', json_build_array(json_build_object('quantity', 3)),
            'customer', json_build_object('name', initcap(name))) END,
        search_text, number, ARRAY[destination_id], now()
      FROM made`;
    await tx`INSERT INTO deliveries (id, merchant_id, destination_id, event_id, event_at, event_type, status, is_test, attempts, created_at,
        completed_at, failed_at, last_attempt_at, last_code, last_params, last_total_ms)
      SELECT patchbay_delivery_id(accepted_at, ${largeMerchant}, id, destination_id, NULL), ${largeMerchant}, destination_id, id, accepted_at, type, status,
        origin = 'test', 1, accepted_at, CASE WHEN status <> 'pending' THEN accepted_at + interval '1 second' END,
        CASE WHEN status = 'failed' THEN accepted_at + interval '1 second' END, accepted_at + interval '1 millisecond',
        CASE WHEN status = 'delivered' THEN 'endpoint_accepted' ELSE 'rate_limited' END,
        json_build_object('statusCode', CASE WHEN status = 'delivered' THEN 200 ELSE 429 END), 5 + n % 90
      FROM (SELECT *, CASE WHEN n % 40 = 3 THEN 'failed' WHEN n % 4001 = 5 THEN 'cancelled' WHEN n % 301 = 9 AND ${ago} < 14 THEN 'pending' ELSE 'delivered' END AS status
        FROM made) ended`;
    await tx`INSERT INTO attempts (id, merchant_id, delivery_id, destination_id, event_id, event_at, event_type, number, trigger, started_at, outcome, code, params, total_ms)
      SELECT 'att_' || lpad(to_hex((extract(epoch FROM accepted_at) * 1000)::bigint + 1), 12, '0') || left(md5(id), 20), ${largeMerchant},
        patchbay_delivery_id(accepted_at, ${largeMerchant}, id, destination_id, NULL), destination_id, id, accepted_at, type, 1,
        CASE WHEN origin = 'test' THEN 'test' ELSE 'schedule' END, accepted_at + interval '1 millisecond',
        CASE WHEN n % 40 = 3 THEN 'failed' ELSE 'delivered' END, CASE WHEN n % 40 = 3 THEN 'rate_limited' ELSE 'endpoint_accepted' END,
        json_build_object('statusCode', CASE WHEN n % 40 = 3 THEN 429 ELSE 200 END), 5 + n % 90
      FROM made`;
    if (ago >= 30) return;
    await tx`INSERT INTO event_payloads SELECT ${largeMerchant}, id, accepted_at, accepted_at,
        json_build_object('number', number, 'currency', 'EUR', 'totalAmount', total * 100, 'note', repeat('no onions please ', 12)) FROM made`;
    await tx`INSERT INTO attempt_exchanges (attempt_id, merchant_id, url, status_code, request_headers, response_headers, response_body, first_byte_ms)
      SELECT 'att_' || lpad(to_hex((extract(epoch FROM accepted_at) * 1000)::bigint + 1), 12, '0') || left(md5(id), 20), ${largeMerchant},
        'https://pos.example.com/hook', 200, '{"content-type":"application/json","webhook-id":"x","webhook-signature":"v1,xxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"}',
        '{"content-type":"text/plain"}', 'ok', 4 FROM made`;
  });
}

/** Attempts of others, so that the large merchant's rows lie among theirs. */
async function seedOthers(sql: Sql, ago: number, rows: number): Promise<void> {
  await sql`
    INSERT INTO attempts (id, merchant_id, delivery_id, destination_id, event_id, event_at, event_type, number, trigger, started_at, outcome, code, params, total_ms)
    SELECT 'att_' || lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || left(md5(n::text), 20), ${otherMerchant},
      patchbay_delivery_id(at, ${otherMerchant}, n::text, ${otherWebhook}, NULL), ${otherWebhook}, n::text, at, 'order.paid', 1, 'schedule', at,
      'delivered', 'endpoint_accepted', '{"statusCode":200}', 5 + n % 90
    FROM (SELECT n, date_trunc('day', now(), 'UTC') - ${ago}::int * interval '1 day'
        + CASE WHEN ${ago} = 0 THEN now() - date_trunc('day', now(), 'UTC') ELSE interval '1 day' END * (n::float / ${rows + 1}) AS at
      FROM generate_series(1, ${rows}::int) n) made`;
  const events = Math.ceil(rows / 20);
  await sql`
    INSERT INTO events (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text, destination_ids, announced_at)
    SELECT ${otherMerchant}, ${`${ago}-`} || n, date_trunc('day', now(), 'UTC') - ${ago}::int * interval '1 day' + n * interval '1 second' * (40000.0 / ${events}),
      'qr.scanned', now(), 'api', '{"code":{"id":"c"}}', ' table scanned in hamburg zeppelin absent =' || md5(n::text) || '=', ARRAY[${otherWebhook}], now()
    FROM generate_series(1, ${events}::int) n`;
}
