-- Where a day begins in a column of ids: they begin with the time. Days are those of UTC.
CREATE FUNCTION patchbay_day_bound(prefix text, day date) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT prefix || '_' || lpad(to_hex((day - date '1970-01-01')::bigint * 86400000), 12, '0')
$$;
--> statement-breakpoint
-- One delivery for each event, destination and replay: the same id for the same three, and the primary key refuses a second.
-- `at` is the event's moment, or the replay's.
CREATE FUNCTION patchbay_delivery_id(at timestamptz, merchant text, event text, destination text, replay text)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
  SELECT 'dlv_' || lpad(to_hex((extract(epoch FROM at) * 1000000)::bigint / 1000), 12, '0')
    || lpad(to_hex((extract(epoch FROM at) * 1000000)::bigint % 1000), 3, '0')
    || left(md5(concat_ws('/', merchant, destination, event, replay)), 17)
$$;
--> statement-breakpoint
-- What the index over events holds of one: its words, and marks by which lists are filtered: ">" before its type, its
-- origin and the ids of the destinations it went to. All under the merchant, so that a frequent word of one merchant is
-- not looked for among everyone's. In scripts without spaces each end of a word is a word, so that it is found anywhere.
CREATE FUNCTION patchbay_search_words(merchant text, words text, marks text[]) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE COST 5000 AS $$
DECLARE
  scope text := right(merchant, 12) || '/';
  -- Han, kana, Thai, Lao, Khmer, Myanmar, and what lies between: lib/search/words tells them more exactly.
  unspaced text := '[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u19e0-\u19ff\u2e80-\u9fff\ua9e0-\ua9ff\uaa60-\uaa7f\uf900-\ufaff\uff66-\uff9f\U00016fe0-\U00016fff\U0001aff0-\U0001b16f\U00020000-\U0003ffff]';
BEGIN
  -- A word of the index has room for 2,046 bytes.
  IF octet_length(words) < 1900 AND (octet_length(words) = length(words)
    OR words !~ unspaced) THEN
    RETURN array_to_tsvector(string_to_array(
      scope || replace(btrim(words) || ' >' || array_to_string(marks, ' >'), ' ', ' ' || scope), ' '));
  END IF;
  RETURN array_to_tsvector(ARRAY(
    SELECT scope || left(substr(word, start), 60)
    FROM unnest(string_to_array(btrim(words), ' ')) AS word
    CROSS JOIN LATERAL generate_series(1,
      CASE WHEN word ~ unspaced
        THEN length(word) ELSE 1 END) AS start
    UNION ALL SELECT scope || '>' || mark FROM unnest(marks) AS mark));
END $$;
--> statement-breakpoint
CREATE TABLE "destinations" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL REFERENCES "merchants"("id") ON DELETE cascade,
	"kind" text NOT NULL,
	"event_types" text[] NOT NULL,
	"filter" json,
	"state" text DEFAULT 'active' NOT NULL,
	"state_reason" text,
	"state_since" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"retry_schedule" integer[] NOT NULL,
	"timeout_ms" integer NOT NULL,
	"max_per_second" integer,
	"max_in_flight" integer,
	"paced_until" timestamp (6) with time zone,
	"ordered_until" timestamp (6) with time zone,
	"failing_since" timestamp (3) with time zone,
	"told_state" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp (3) with time zone
);
--> statement-breakpoint
INSERT INTO "destinations" (id, merchant_id, kind, event_types, state, state_reason, state_since, retry_schedule, timeout_ms,
	max_per_second, max_in_flight, paced_until, failing_since, told_state, created_at, updated_at, deleted_at)
SELECT id, merchant_id, 'webhook', event_types, status,
	CASE WHEN status = 'disabled' AND deleted_at IS NULL THEN coalesce(disabled_reason, 'manual') END,
	coalesce(disabled_at, created_at), retry_schedule, timeout_ms,
	max_per_second, max_in_flight, paced_until, failing_since, told_state, created_at, updated_at, deleted_at
FROM "webhooks";
--> statement-breakpoint
CREATE INDEX "destinations_merchant" ON "destinations" ("merchant_id","id");
--> statement-breakpoint
CREATE INDEX "destinations_off" ON "destinations" ("id") WHERE "state" <> 'active';
--> statement-breakpoint
CREATE INDEX "destinations_to_tell" ON "destinations" ("id") WHERE "failing_since" IS NOT NULL OR "state_reason" IN ('gone', 'failing') OR "told_state" IS NOT NULL;
--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "subscription_key" text;
--> statement-breakpoint
UPDATE "webhooks" SET "subscription_key" = md5(url || E'\n' || array_to_string(event_types, ',')) WHERE origin IS NOT NULL AND deleted_at IS NULL;
--> statement-breakpoint
DROP INDEX "webhooks_to_tell";
--> statement-breakpoint
DROP INDEX "webhooks_subscription";
--> statement-breakpoint
ALTER TABLE "webhooks" DROP COLUMN "event_types", DROP COLUMN "retry_schedule", DROP COLUMN "timeout_ms",
	DROP COLUMN "max_per_second", DROP COLUMN "max_in_flight", DROP COLUMN "paced_until", DROP COLUMN "status",
	DROP COLUMN "disabled_reason", DROP COLUMN "disabled_at", DROP COLUMN "failing_since", DROP COLUMN "told_state",
	DROP COLUMN "created_at", DROP COLUMN "updated_at", DROP COLUMN "deleted_at";
--> statement-breakpoint
ALTER TABLE "webhooks" ADD CONSTRAINT "webhooks_id_destinations_id_fk" FOREIGN KEY ("id") REFERENCES "destinations"("id") ON DELETE cascade;
--> statement-breakpoint
CREATE UNIQUE INDEX "webhooks_subscription" ON "webhooks" ("merchant_id","subscription_key");
--> statement-breakpoint
ALTER TABLE "attempts" RENAME TO "old_attempts";
--> statement-breakpoint
ALTER TABLE "deliveries" RENAME TO "old_deliveries";
--> statement-breakpoint
ALTER TABLE "events" RENAME TO "old_events";
--> statement-breakpoint
-- Their indexes keep their names to themselves until they are gone.
DO $$
DECLARE old record;
BEGIN
  FOR old IN SELECT indexname FROM pg_indexes WHERE schemaname = current_schema() AND tablename IN ('old_attempts', 'old_deliveries', 'old_events')
  LOOP EXECUTE format('ALTER INDEX %I RENAME TO %I', old.indexname, 'old_' || old.indexname); END LOOP;
END $$;
--> statement-breakpoint
CREATE TABLE "event_keys" (
	"merchant_id" text NOT NULL,
	"id" text NOT NULL,
	"accepted_at" timestamp (6) with time zone NOT NULL,
	CONSTRAINT "event_keys_merchant_id_id_pk" PRIMARY KEY("merchant_id","id")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"merchant_id" text NOT NULL REFERENCES "merchants"("id") ON DELETE cascade,
	"id" text NOT NULL,
	"accepted_at" timestamp (6) with time zone NOT NULL,
	"type" text NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"origin" text NOT NULL,
	"facts" json NOT NULL,
	"search_text" text DEFAULT '' NOT NULL,
	"reference" text,
	"destination_ids" text[] DEFAULT '{}' NOT NULL,
	"announced_at" timestamp (3) with time zone,
	CONSTRAINT "events_merchant_id_accepted_at_id_pk" PRIMARY KEY("merchant_id","accepted_at","id")
) PARTITION BY RANGE ("accepted_at");
--> statement-breakpoint
CREATE TABLE "event_payloads" (
	"merchant_id" text NOT NULL,
	"event_id" text NOT NULL,
	"accepted_at" timestamp (6) with time zone NOT NULL,
	"occurred_at" timestamp (3) with time zone NOT NULL,
	"data" json NOT NULL,
	CONSTRAINT "event_payloads_merchant_id_event_id_accepted_at_pk" PRIMARY KEY("merchant_id","event_id","accepted_at")
) PARTITION BY RANGE ("accepted_at");
--> statement-breakpoint
CREATE TABLE "deliveries" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"destination_id" text NOT NULL REFERENCES "destinations"("id") ON DELETE cascade,
	"event_id" text NOT NULL,
	"event_at" timestamp (6) with time zone NOT NULL,
	"event_type" text NOT NULL,
	"replay_id" text,
	"status" text DEFAULT 'pending' NOT NULL,
	"is_test" boolean DEFAULT false NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"completed_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"cancelled_at" timestamp (3) with time zone GENERATED ALWAYS AS (CASE WHEN status = 'cancelled' THEN coalesce(completed_at, created_at) END) STORED,
	"last_attempt_at" timestamp (3) with time zone,
	"last_code" text,
	"last_params" json,
	"last_total_ms" real
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "delivery_queue" (
	"delivery_id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"destination_id" text NOT NULL REFERENCES "destinations"("id") ON DELETE cascade,
	"event_id" text NOT NULL,
	"event_at" timestamp (6) with time zone NOT NULL,
	"event_type" text NOT NULL,
	"is_test" boolean DEFAULT false NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"schedule_step" integer DEFAULT 0 NOT NULL,
	"planned_at" timestamp (3) with time zone,
	"next_trigger" text DEFAULT 'schedule' NOT NULL,
	"due_at" timestamp (6) with time zone NOT NULL,
	"lease_id" text,
	"leased_until" timestamp (3) with time zone,
	"is_counted" boolean DEFAULT false NOT NULL
)
-- A claim changes each row once before it is deleted: with room on its page that touches no index.
WITH (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.02, autovacuum_vacuum_threshold = 2000);
--> statement-breakpoint
CREATE TABLE "delivery_steps" (
	"delivery_id" text NOT NULL,
	"position" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"status" text NOT NULL,
	"output" json,
	"receipt" json,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "delivery_steps_delivery_id_position_pk" PRIMARY KEY("delivery_id","position")
) PARTITION BY RANGE ("delivery_id");
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"delivery_id" text NOT NULL,
	"destination_id" text NOT NULL REFERENCES "destinations"("id") ON DELETE cascade,
	"event_id" text NOT NULL,
	"event_at" timestamp (6) with time zone NOT NULL,
	"event_type" text NOT NULL,
	"number" integer NOT NULL,
	"step" integer,
	"trigger" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"outcome" text NOT NULL,
	"code" text NOT NULL,
	"params" json,
	"total_ms" real NOT NULL,
	"next_attempt_at" timestamp (3) with time zone,
	"input" json
) PARTITION BY RANGE ("id");
--> statement-breakpoint
CREATE TABLE "attempt_exchanges" (
	"attempt_id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"url" text NOT NULL,
	"status_code" integer,
	"request_headers" json NOT NULL,
	"response_headers" json,
	"response_body" text,
	"is_response_cut" boolean DEFAULT false NOT NULL,
	"dns_ms" real,
	"connect_ms" real,
	"tls_ms" real,
	"first_byte_ms" real
) PARTITION BY RANGE ("attempt_id");
--> statement-breakpoint
CREATE TABLE "delivery_counts" (
	"merchant_id" text NOT NULL,
	"destination_id" text NOT NULL REFERENCES "destinations"("id") ON DELETE cascade,
	"day" date NOT NULL,
	"delivered" integer DEFAULT 0 NOT NULL,
	"failed" integer DEFAULT 0 NOT NULL,
	"cancelled" integer DEFAULT 0 NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"succeeded_attempts" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "delivery_counts_merchant_id_destination_id_day_pk" PRIMARY KEY("merchant_id","destination_id","day")
);
--> statement-breakpoint
CREATE INDEX "events_reference" ON "events" ("merchant_id","reference") WHERE "reference" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "events_unannounced" ON "events" ("accepted_at") WHERE "origin" = 'patchbay' AND "announced_at" IS NULL;
--> statement-breakpoint
CREATE INDEX "deliveries_merchant" ON "deliveries" ("merchant_id","id");
--> statement-breakpoint
CREATE INDEX "deliveries_destination" ON "deliveries" ("destination_id","id");
--> statement-breakpoint
CREATE INDEX "deliveries_failed" ON "deliveries" ("merchant_id","id") WHERE "failed_at" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "deliveries_cancelled" ON "deliveries" ("merchant_id","id") WHERE "cancelled_at" IS NOT NULL;
--> statement-breakpoint
CREATE INDEX "deliveries_tests" ON "deliveries" ("merchant_id","id") WHERE "is_test";
--> statement-breakpoint
CREATE INDEX "deliveries_event" ON "deliveries" ("merchant_id","event_id");
--> statement-breakpoint
CREATE INDEX "delivery_queue_due" ON "delivery_queue" ("destination_id","due_at","delivery_id");
--> statement-breakpoint
CREATE INDEX "delivery_queue_counted" ON "delivery_queue" ("destination_id") WHERE "is_counted";
--> statement-breakpoint
CREATE INDEX "attempts_delivery" ON "attempts" ("delivery_id","id");
--> statement-breakpoint
CREATE INDEX "attempts_destination" ON "attempts" ("destination_id","id");
--> statement-breakpoint
CREATE INDEX "attempts_unsuccessful" ON "attempts" ("destination_id","id") WHERE "outcome" <> 'delivered';
--> statement-breakpoint
-- The tables with a partition a day, and the prefix of the ids that name it; null = by time of acceptance.
CREATE FUNCTION patchbay_histories() RETURNS TABLE (name text, key text, prefix text) LANGUAGE sql IMMUTABLE AS $$
  VALUES ('events', 'accepted_at', NULL), ('event_payloads', 'accepted_at', NULL), ('deliveries', 'id', 'dlv'),
    ('delivery_steps', 'delivery_id', 'dlv'), ('attempts', 'id', 'att'), ('attempt_exchanges', 'attempt_id', 'att')
$$;
--> statement-breakpoint
CREATE TABLE "events_rest" PARTITION OF "events" DEFAULT;
--> statement-breakpoint
CREATE TABLE "event_payloads_rest" PARTITION OF "event_payloads" DEFAULT;
--> statement-breakpoint
CREATE TABLE "deliveries_rest" PARTITION OF "deliveries" DEFAULT;
--> statement-breakpoint
CREATE TABLE "delivery_steps_rest" PARTITION OF "delivery_steps" DEFAULT;
--> statement-breakpoint
CREATE TABLE "attempts_rest" PARTITION OF "attempts" DEFAULT;
--> statement-breakpoint
CREATE TABLE "attempt_exchanges_rest" PARTITION OF "attempt_exchanges" DEFAULT;
--> statement-breakpoint
-- Makes the partition of a day where it is missing, and moves into it what lay in the rest.
CREATE FUNCTION patchbay_make_day(history text, day date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  part text := history || '_' || to_char(day, 'YYYYMMDD');
  rest text := history || '_rest';
  key_name text;
  prefix text;
  low text;
  high text;
  columns text;
BEGIN
  IF to_regclass(quote_ident(part)) IS NOT NULL THEN RETURN false; END IF;
  SELECT h.key, h.prefix INTO STRICT key_name, prefix FROM patchbay_histories() h WHERE h.name = history;
  low := CASE WHEN prefix IS NULL THEN day || ' 00:00:00+00' ELSE patchbay_day_bound(prefix, day) END;
  high := CASE WHEN prefix IS NULL THEN (day + 1) || ' 00:00:00+00' ELSE patchbay_day_bound(prefix, day + 1) END;
  -- What is generated is generated anew.
  SELECT string_agg(quote_ident(attname), ', ') INTO columns FROM pg_attribute
  WHERE attrelid = quote_ident(history)::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = '';
  EXECUTE format('CREATE TABLE %I (LIKE %I INCLUDING ALL)', part, history);
  IF history = 'deliveries' THEN
    -- Its one later change finds room on the row's own page.
    EXECUTE format('ALTER TABLE %I SET (fillfactor = 75)', part);
  END IF;
  EXECUTE format('WITH moved AS (DELETE FROM %1$I WHERE %2$I >= %3$L AND %2$I < %4$L RETURNING *)
    INSERT INTO %5$I (%6$s) SELECT %6$s FROM moved', rest, key_name, low, high, part, columns);
  EXECUTE format('ALTER TABLE %I ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', history, part, low, high);
  RETURN true;
END $$;
--> statement-breakpoint
-- Makes the partitions of the days from one to another, of every history.
CREATE FUNCTION patchbay_make_days(first date, last date) RETURNS integer LANGUAGE sql AS $$
  SELECT count(*) FILTER (WHERE patchbay_make_day(h.name, day::date))::int
  FROM patchbay_histories() h CROSS JOIN generate_series(first, last, interval '1 day') day
$$;
--> statement-breakpoint
-- Makes the index over the words of a day that nobody writes to any more: on the day that is written it would cost three
-- times the insert.
CREATE FUNCTION patchbay_index_words(day date) RETURNS boolean LANGUAGE plpgsql AS $$
DECLARE
  part text := 'events_' || to_char(day, 'YYYYMMDD');
BEGIN
  IF to_regclass(quote_ident(part)) IS NULL OR to_regclass(quote_ident(part || '_words')) IS NOT NULL THEN RETURN false; END IF;
  EXECUTE format('CREATE INDEX %I ON %I USING gin (patchbay_search_words(merchant_id, search_text, destination_ids || type || origin))
    WITH (fastupdate = off)', part || '_words', part);
  -- The planner learns how frequent words are.
  EXECUTE format('ANALYZE %I', part);
  RETURN true;
END $$;
--> statement-breakpoint
DO $$
DECLARE first date;
BEGIN
  SELECT least(min(accepted_at) AT TIME ZONE 'UTC', now() AT TIME ZONE 'UTC')::date INTO first FROM old_events;
  -- What is older than a hundred days lies in the rest.
  first := greatest(coalesce(first, (now() AT TIME ZONE 'UTC')::date), (now() AT TIME ZONE 'UTC')::date - 100);
  PERFORM patchbay_make_days(first - 1, (now() AT TIME ZONE 'UTC')::date + 7);
END $$;
--> statement-breakpoint
INSERT INTO "event_keys" (merchant_id, id, accepted_at) SELECT merchant_id, id, accepted_at FROM old_events ORDER BY accepted_at;
--> statement-breakpoint
INSERT INTO "events" (merchant_id, id, accepted_at, type, occurred_at, origin, facts, search_text, reference, destination_ids, announced_at)
SELECT merchant_id, id, accepted_at, type, occurred_at, origin, data,
	coalesce(search_text, ' ' || lower(regexp_replace(data::text, '[^[:alnum:]]+', ' ', 'g'))), reference,
	ARRAY(SELECT destination_id FROM old_deliveries made WHERE made.merchant_id = old_events.merchant_id AND made.event_id = old_events.id),
	announced_at
FROM old_events;
--> statement-breakpoint
INSERT INTO "event_payloads" (merchant_id, event_id, accepted_at, occurred_at, data)
SELECT merchant_id, id, accepted_at, occurred_at, data FROM old_events;
--> statement-breakpoint
-- What an attempt came to is a code with params now; the sentence of an older one is kept among them as it was.
CREATE FUNCTION patchbay_old_params(status integer, message text) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT json_strip_nulls(json_build_object('statusCode', status, 'verbatim', message))
$$;
--> statement-breakpoint
INSERT INTO "deliveries" (id, merchant_id, destination_id, event_id, event_at, event_type, status, is_test, attempts, created_at,
	completed_at, failed_at, last_attempt_at, last_code, last_params, last_total_ms)
SELECT old.id, old.merchant_id, old.destination_id, old.event_id, old_events.accepted_at, old.event_type,
	CASE WHEN old.status IN ('pending', 'held') THEN CASE WHEN destinations.deleted_at IS NULL THEN 'pending' ELSE 'cancelled' END
		ELSE old.status END,
	old.is_test, old.attempts, old.created_at,
	CASE WHEN old.status IN ('pending', 'held') AND destinations.deleted_at IS NOT NULL THEN destinations.deleted_at ELSE old.completed_at END,
	CASE WHEN old.status = 'failed' THEN coalesce(old.completed_at, old.created_at) END,
	old.last_attempt_at,
	CASE WHEN old.last_attempt_at IS NOT NULL THEN coalesce(old.last_failure_code, 'endpoint_accepted') END,
	CASE WHEN old.last_attempt_at IS NOT NULL THEN patchbay_old_params(old.last_status_code, old.last_message) END,
	old.last_total_ms
FROM old_deliveries old
JOIN old_events ON old_events.merchant_id = old.merchant_id AND old_events.id = old.event_id
JOIN destinations ON destinations.id = old.destination_id;
--> statement-breakpoint
INSERT INTO "delivery_queue" (delivery_id, merchant_id, destination_id, event_id, event_at, event_type, is_test, attempts,
	schedule_step, planned_at, next_trigger, due_at, lease_id, leased_until, is_counted)
SELECT old.id, old.merchant_id, old.destination_id, old.event_id, deliveries.event_at, old.event_type, old.is_test, old.attempts,
	old.schedule_step, old.planned_at, old.next_trigger,
	-- A claim used to move the due time to the end of its lease.
	old.due_at,
	CASE WHEN old.status = 'pending' THEN old.lease_id END,
	CASE WHEN old.status = 'pending' AND old.lease_id IS NOT NULL THEN old.due_at END, old.is_counted AND old.status = 'pending'
FROM old_deliveries old JOIN deliveries ON deliveries.id = old.id
WHERE deliveries.status = 'pending';
--> statement-breakpoint
INSERT INTO "attempts" (id, merchant_id, delivery_id, destination_id, event_id, event_at, event_type, number, trigger, started_at,
	outcome, code, params, total_ms, next_attempt_at)
SELECT old.id, old.merchant_id, old.delivery_id, old.destination_id, deliveries.event_id, deliveries.event_at, old.event_type,
	old.number, old.trigger, old.started_at, old.outcome, coalesce(old.failure_code, 'endpoint_accepted'),
	patchbay_old_params(old.status_code, old.message), old.total_ms, old.next_attempt_at
FROM old_attempts old JOIN deliveries ON deliveries.id = old.delivery_id;
--> statement-breakpoint
INSERT INTO "attempt_exchanges" (attempt_id, merchant_id, url, status_code, request_headers, response_headers, response_body,
	is_response_cut, dns_ms, connect_ms, tls_ms, first_byte_ms)
SELECT old.id, old.merchant_id, old.url, old.status_code, old.request_headers, old.response_headers, old.response_body,
	old.is_response_cut, old.dns_ms, old.connect_ms, old.tls_ms, old.first_byte_ms
FROM old_attempts old JOIN attempts ON attempts.id = old.id;
--> statement-breakpoint
DROP FUNCTION patchbay_old_params(integer, text);
--> statement-breakpoint
DROP TABLE "old_attempts";
--> statement-breakpoint
DROP TABLE "old_deliveries";
--> statement-breakpoint
DROP TABLE "old_events";
--> statement-breakpoint
SELECT patchbay_index_words(to_date(right(relname, 8), 'YYYYMMDD')) FROM pg_class
WHERE oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'events'::regclass)
	AND relname ~ '_\d{8}$' AND right(relname, 8) < to_char(now() AT TIME ZONE 'UTC', 'YYYYMMDD');
