CREATE TABLE "operator_log" (
	"id" text PRIMARY KEY NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text NOT NULL,
	"action" text NOT NULL,
	"target_id" text NOT NULL,
	"detail" json NOT NULL,
	"request_id" text NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revenue_spans" (
	"merchant_id" text NOT NULL,
	"book" text NOT NULL,
	"environment" text NOT NULL,
	"provider" text NOT NULL,
	"currency" text NOT NULL,
	"span" text NOT NULL,
	"starts_on" date NOT NULL,
	"payments" bigint DEFAULT 0 NOT NULL,
	"refunds" bigint DEFAULT 0 NOT NULL,
	"disputes" bigint DEFAULT 0 NOT NULL,
	"dispute_fees" bigint DEFAULT 0 NOT NULL,
	"platform_fees" bigint DEFAULT 0 NOT NULL,
	"platform_fees_returned" bigint DEFAULT 0 NOT NULL,
	"balance" bigint DEFAULT 0 NOT NULL,
	"payment_count" integer DEFAULT 0 NOT NULL,
	"dispute_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "revenue_spans_key" PRIMARY KEY("merchant_id","book","environment","currency","span","starts_on","provider")
);
--> statement-breakpoint
ALTER TABLE "revenue_spans" ADD CONSTRAINT "revenue_spans_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "revenue_spans_time" ON "revenue_spans" USING btree ("environment","currency","span","starts_on");--> statement-breakpoint
CREATE INDEX "charges_fees" ON "charges" USING btree ("merchant_id","environment","currency","paid_at","amount","fee") WHERE "charges"."status" = 'succeeded' AND "charges"."fee" IS NOT NULL;
--> statement-breakpoint
-- What changes in `revenue_quarters` is added to the month, the week and the whole time that it lies in. Rows are written
-- in one order by everybody, so that two who write at once wait for each other and not in a circle.
CREATE FUNCTION patchbay_spans_of_added() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revenue_spans AS held (merchant_id, book, environment, provider, currency, span, starts_on, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, balance, payment_count, dispute_count)
  SELECT q.merchant_id, q.book, q.environment, q.provider, q.currency, s.span, s.starts_on,
    sum(q.payments * q.sign), sum(q.refunds * q.sign), sum(q.disputes * q.sign), sum(q.dispute_fees * q.sign), sum(q.platform_fees * q.sign), sum(q.platform_fees_returned * q.sign),
    sum((q.payments + q.refunds + q.disputes + q.dispute_fees + q.platform_fees + q.provider_fees + q.taxes + q.others + q.bank) * q.sign),
    sum(q.payment_count * q.sign), sum(q.dispute_count * q.sign)
  FROM (SELECT *, 1 AS sign FROM added) q
  CROSS JOIN LATERAL (VALUES
    ('month', date_trunc('month', q.quarter_at AT TIME ZONE 'UTC')::date),
    ('week', date_trunc('week', q.quarter_at AT TIME ZONE 'UTC')::date),
    ('all', DATE '1970-01-01')) s(span, starts_on)
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  ORDER BY 1, 2, 3, 5, 6, 7, 4
  ON CONFLICT ON CONSTRAINT revenue_spans_key DO UPDATE SET payments = held.payments + excluded.payments, refunds = held.refunds + excluded.refunds, disputes = held.disputes + excluded.disputes, dispute_fees = held.dispute_fees + excluded.dispute_fees, platform_fees = held.platform_fees + excluded.platform_fees, platform_fees_returned = held.platform_fees_returned + excluded.platform_fees_returned, balance = held.balance + excluded.balance, payment_count = held.payment_count + excluded.payment_count, dispute_count = held.dispute_count + excluded.dispute_count;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION patchbay_spans_of_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revenue_spans AS held (merchant_id, book, environment, provider, currency, span, starts_on, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, balance, payment_count, dispute_count)
  SELECT q.merchant_id, q.book, q.environment, q.provider, q.currency, s.span, s.starts_on,
    sum(q.payments * q.sign), sum(q.refunds * q.sign), sum(q.disputes * q.sign), sum(q.dispute_fees * q.sign), sum(q.platform_fees * q.sign), sum(q.platform_fees_returned * q.sign),
    sum((q.payments + q.refunds + q.disputes + q.dispute_fees + q.platform_fees + q.provider_fees + q.taxes + q.others + q.bank) * q.sign),
    sum(q.payment_count * q.sign), sum(q.dispute_count * q.sign)
  FROM (SELECT *, 1 AS sign FROM added UNION ALL SELECT *, -1 FROM taken) q
  CROSS JOIN LATERAL (VALUES
    ('month', date_trunc('month', q.quarter_at AT TIME ZONE 'UTC')::date),
    ('week', date_trunc('week', q.quarter_at AT TIME ZONE 'UTC')::date),
    ('all', DATE '1970-01-01')) s(span, starts_on)
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  ORDER BY 1, 2, 3, 5, 6, 7, 4
  ON CONFLICT ON CONSTRAINT revenue_spans_key DO UPDATE SET payments = held.payments + excluded.payments, refunds = held.refunds + excluded.refunds, disputes = held.disputes + excluded.disputes, dispute_fees = held.dispute_fees + excluded.dispute_fees, platform_fees = held.platform_fees + excluded.platform_fees, platform_fees_returned = held.platform_fees_returned + excluded.platform_fees_returned, balance = held.balance + excluded.balance, payment_count = held.payment_count + excluded.payment_count, dispute_count = held.dispute_count + excluded.dispute_count;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE FUNCTION patchbay_spans_of_taken() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO revenue_spans AS held (merchant_id, book, environment, provider, currency, span, starts_on, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, balance, payment_count, dispute_count)
  SELECT q.merchant_id, q.book, q.environment, q.provider, q.currency, s.span, s.starts_on,
    sum(q.payments * q.sign), sum(q.refunds * q.sign), sum(q.disputes * q.sign), sum(q.dispute_fees * q.sign), sum(q.platform_fees * q.sign), sum(q.platform_fees_returned * q.sign),
    sum((q.payments + q.refunds + q.disputes + q.dispute_fees + q.platform_fees + q.provider_fees + q.taxes + q.others + q.bank) * q.sign),
    sum(q.payment_count * q.sign), sum(q.dispute_count * q.sign)
  FROM (SELECT *, -1 AS sign FROM taken) q
  CROSS JOIN LATERAL (VALUES
    ('month', date_trunc('month', q.quarter_at AT TIME ZONE 'UTC')::date),
    ('week', date_trunc('week', q.quarter_at AT TIME ZONE 'UTC')::date),
    ('all', DATE '1970-01-01')) s(span, starts_on)
  GROUP BY 1, 2, 3, 4, 5, 6, 7
  ORDER BY 1, 2, 3, 5, 6, 7, 4
  ON CONFLICT ON CONSTRAINT revenue_spans_key DO UPDATE SET payments = held.payments + excluded.payments, refunds = held.refunds + excluded.refunds, disputes = held.disputes + excluded.disputes, dispute_fees = held.dispute_fees + excluded.dispute_fees, platform_fees = held.platform_fees + excluded.platform_fees, platform_fees_returned = held.platform_fees_returned + excluded.platform_fees_returned, balance = held.balance + excluded.balance, payment_count = held.payment_count + excluded.payment_count, dispute_count = held.dispute_count + excluded.dispute_count;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER "revenue_quarters_added" AFTER INSERT ON "revenue_quarters" REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION patchbay_spans_of_added();
--> statement-breakpoint
CREATE TRIGGER "revenue_quarters_changed" AFTER UPDATE ON "revenue_quarters" REFERENCING OLD TABLE AS taken NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION patchbay_spans_of_changed();
--> statement-breakpoint
CREATE TRIGGER "revenue_quarters_taken" AFTER DELETE ON "revenue_quarters" REFERENCING OLD TABLE AS taken FOR EACH STATEMENT EXECUTE FUNCTION patchbay_spans_of_taken();
--> statement-breakpoint
INSERT INTO revenue_spans AS held (merchant_id, book, environment, provider, currency, span, starts_on, payments, refunds, disputes, dispute_fees, platform_fees, platform_fees_returned, balance, payment_count, dispute_count)
SELECT q.merchant_id, q.book, q.environment, q.provider, q.currency, s.span, s.starts_on,
  sum(q.payments * q.sign), sum(q.refunds * q.sign), sum(q.disputes * q.sign), sum(q.dispute_fees * q.sign), sum(q.platform_fees * q.sign), sum(q.platform_fees_returned * q.sign),
  sum((q.payments + q.refunds + q.disputes + q.dispute_fees + q.platform_fees + q.provider_fees + q.taxes + q.others + q.bank) * q.sign),
  sum(q.payment_count * q.sign), sum(q.dispute_count * q.sign)
FROM (SELECT *, 1 AS sign FROM revenue_quarters) q
CROSS JOIN LATERAL (VALUES
  ('month', date_trunc('month', q.quarter_at AT TIME ZONE 'UTC')::date),
  ('week', date_trunc('week', q.quarter_at AT TIME ZONE 'UTC')::date),
  ('all', DATE '1970-01-01')) s(span, starts_on)
GROUP BY 1, 2, 3, 4, 5, 6, 7
ORDER BY 1, 2, 3, 5, 6, 7, 4
ON CONFLICT ON CONSTRAINT revenue_spans_key DO UPDATE SET payments = held.payments + excluded.payments, refunds = held.refunds + excluded.refunds, disputes = held.disputes + excluded.disputes, dispute_fees = held.dispute_fees + excluded.dispute_fees, platform_fees = held.platform_fees + excluded.platform_fees, platform_fees_returned = held.platform_fees_returned + excluded.platform_fees_returned, balance = held.balance + excluded.balance, payment_count = held.payment_count + excluded.payment_count, dispute_count = held.dispute_count + excluded.dispute_count;
