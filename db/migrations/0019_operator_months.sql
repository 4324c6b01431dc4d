CREATE TABLE "revenue_months" (
	"environment" text NOT NULL,
	"currency" text NOT NULL,
	"starts_on" date NOT NULL,
	"signed_up_in" date NOT NULL,
	"book" text NOT NULL,
	"payments" bigint DEFAULT 0 NOT NULL,
	"refunds" bigint DEFAULT 0 NOT NULL,
	"disputes" bigint DEFAULT 0 NOT NULL,
	"dispute_fees" bigint DEFAULT 0 NOT NULL,
	"platform_fees" bigint DEFAULT 0 NOT NULL,
	"platform_fees_returned" bigint DEFAULT 0 NOT NULL,
	"payment_count" bigint DEFAULT 0 NOT NULL,
	"dispute_count" bigint DEFAULT 0 NOT NULL,
	"merchant_count" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revenue_standings" (
	"environment" text NOT NULL,
	"currency" text NOT NULL,
	"week_on" date NOT NULL,
	"merchant_id" text NOT NULL,
	"recent_volume" bigint DEFAULT 0 NOT NULL,
	"earlier_volume" bigint DEFAULT 0 NOT NULL,
	"payments" integer DEFAULT 0 NOT NULL,
	"disputes" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "revenue_standings_key" PRIMARY KEY("environment","currency","week_on","merchant_id")
);
--> statement-breakpoint
ALTER TABLE "revenue_standings" ADD CONSTRAINT "revenue_standings_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revenue_months_time" ON "revenue_months" USING btree ("environment","currency","starts_on");
--> statement-breakpoint
-- Months are of every provider together, so that each has one row of a merchant.
INSERT INTO revenue_spans (merchant_id, book, environment, provider, currency, span, starts_on, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, balance, payment_count, dispute_count)
SELECT merchant_id, book, environment, '', currency, span, starts_on, sum(payments), sum(refunds), sum(disputes), sum(dispute_fees), sum(platform_fees), sum(platform_fees_returned), sum(balance), sum(payment_count), sum(dispute_count)
FROM revenue_spans WHERE span = 'month' GROUP BY 1, 2, 3, 5, 6, 7;
--> statement-breakpoint
INSERT INTO revenue_standings (environment, currency, week_on, merchant_id, recent_volume, earlier_volume, payments, disputes)
SELECT environment, currency, starts_on + 7 * ahead, merchant_id, coalesce(sum(payments) FILTER (WHERE ahead BETWEEN 1 AND 4), 0), coalesce(sum(payments) FILTER (WHERE ahead > 4), 0), coalesce(sum(payment_count) FILTER (WHERE ahead <= 4), 0), coalesce(sum(dispute_count) FILTER (WHERE ahead <= 4), 0)
FROM revenue_spans CROSS JOIN generate_series(0, 8) ahead WHERE span = 'week' AND book = 'merchant' GROUP BY 1, 2, 3, 4;
--> statement-breakpoint
DELETE FROM revenue_spans WHERE span = 'week' OR (span = 'month' AND provider <> '');
--> statement-breakpoint
DO $do$
DECLARE
  kind record;
BEGIN
  FOR kind IN SELECT * FROM (VALUES
    ('added', 'SELECT *, 1 AS sign FROM added'),
    ('changed', 'SELECT *, 1 AS sign FROM added UNION ALL SELECT *, -1 FROM taken'),
    ('taken', 'SELECT *, -1 AS sign FROM taken')) kinds (name, rows)
  LOOP
    -- Spans as before, but months without the provider; and for each merchant what the week and the eight after it look
    -- back at: four weeks, the four before them, and what makes a merchant active.
    EXECUTE format($create$
      CREATE OR REPLACE FUNCTION patchbay_spans_of_%s() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO revenue_spans AS held (merchant_id, book, environment, provider, currency, span, starts_on, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, balance, payment_count, dispute_count)
        SELECT q.merchant_id, q.book, q.environment, s.provider, q.currency, s.span, s.starts_on,
          sum(q.payments * q.sign), sum(q.refunds * q.sign), sum(q.disputes * q.sign), sum(q.dispute_fees * q.sign), sum(q.platform_fees * q.sign), sum(q.platform_fees_returned * q.sign),
          sum((q.payments + q.refunds + q.disputes + q.dispute_fees + q.platform_fees + q.provider_fees + q.taxes + q.others + q.bank) * q.sign),
          sum(q.payment_count * q.sign), sum(q.dispute_count * q.sign)
        FROM (%s) q
        CROSS JOIN LATERAL (VALUES
          ('month', date_trunc('month', q.quarter_at AT TIME ZONE 'UTC')::date, ''),
          ('all', DATE '1970-01-01', q.provider)) s (span, starts_on, provider)
        GROUP BY 1, 2, 3, 4, 5, 6, 7
        ORDER BY 1, 2, 3, 5, 6, 7, 4
        ON CONFLICT ON CONSTRAINT revenue_spans_key DO UPDATE SET payments = held.payments + excluded.payments, refunds = held.refunds + excluded.refunds, disputes = held.disputes + excluded.disputes, dispute_fees = held.dispute_fees + excluded.dispute_fees, platform_fees = held.platform_fees + excluded.platform_fees, platform_fees_returned = held.platform_fees_returned + excluded.platform_fees_returned, balance = held.balance + excluded.balance, payment_count = held.payment_count + excluded.payment_count, dispute_count = held.dispute_count + excluded.dispute_count;
        INSERT INTO revenue_standings AS held (environment, currency, week_on, merchant_id, recent_volume, earlier_volume, payments, disputes)
        SELECT q.environment, q.currency, date_trunc('week', q.quarter_at AT TIME ZONE 'UTC')::date + 7 * ahead, q.merchant_id,
          coalesce(sum(q.payments * q.sign) FILTER (WHERE ahead BETWEEN 1 AND 4), 0), coalesce(sum(q.payments * q.sign) FILTER (WHERE ahead > 4), 0), coalesce(sum(q.payment_count * q.sign) FILTER (WHERE ahead <= 4), 0), coalesce(sum(q.dispute_count * q.sign) FILTER (WHERE ahead <= 4), 0)
        FROM (%s) q CROSS JOIN generate_series(0, 8) ahead
        WHERE q.book = 'merchant'
        GROUP BY 1, 2, 3, 4
        HAVING (sum(q.payments * q.sign), sum(q.payment_count * q.sign), sum(q.dispute_count * q.sign)) <> (0, 0, 0)
        ORDER BY 4, 1, 2, 3
        ON CONFLICT ON CONSTRAINT revenue_standings_key DO UPDATE SET recent_volume = held.recent_volume + excluded.recent_volume,
          earlier_volume = held.earlier_volume + excluded.earlier_volume, payments = held.payments + excluded.payments, disputes = held.disputes + excluded.disputes;
        RETURN NULL;
      END $$ $create$, kind.name, kind.rows, kind.rows);
    -- A row for each change: only the row of the merchant's own month is waited for.
    EXECUTE format($create$
      CREATE FUNCTION patchbay_months_of_%s() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        INSERT INTO revenue_months (environment, currency, starts_on, signed_up_in, book, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, payment_count, dispute_count, merchant_count)
        SELECT s.environment, s.currency, s.starts_on, date_trunc('month', m.created_at AT TIME ZONE 'UTC')::date, s.book,
          sum(s.payments * s.sign), sum(s.refunds * s.sign), sum(s.disputes * s.sign), sum(s.dispute_fees * s.sign), sum(s.platform_fees * s.sign), sum(s.platform_fees_returned * s.sign), sum(s.payment_count * s.sign), sum(s.dispute_count * s.sign),
          sum((s.payment_count > 0)::int * s.sign)
        FROM (%s) s JOIN merchants m ON m.id = s.merchant_id
        WHERE s.span = 'month'
        GROUP BY 1, 2, 3, 4, 5;
        RETURN NULL;
      END $$ $create$, kind.name, kind.rows);
  END LOOP;
END $do$;
--> statement-breakpoint
INSERT INTO revenue_months (environment, currency, starts_on, signed_up_in, book, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, payment_count, dispute_count, merchant_count)
SELECT s.environment, s.currency, s.starts_on, date_trunc('month', m.created_at AT TIME ZONE 'UTC')::date, s.book,
  sum(s.payments), sum(s.refunds), sum(s.disputes), sum(s.dispute_fees), sum(s.platform_fees), sum(s.platform_fees_returned), sum(s.payment_count), sum(s.dispute_count),
  sum((s.payment_count > 0)::int)
FROM revenue_spans s JOIN merchants m ON m.id = s.merchant_id
WHERE s.span = 'month'
GROUP BY 1, 2, 3, 4, 5;
--> statement-breakpoint
CREATE TRIGGER "revenue_spans_added" AFTER INSERT ON "revenue_spans" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION patchbay_months_of_added();
--> statement-breakpoint
CREATE TRIGGER "revenue_spans_changed" AFTER UPDATE ON "revenue_spans" REFERENCING OLD TABLE AS taken NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION patchbay_months_of_changed();
--> statement-breakpoint
CREATE TRIGGER "revenue_spans_taken" AFTER DELETE ON "revenue_spans" REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION patchbay_months_of_taken();
