CREATE TABLE "fee_decisions" (
	"merchant_id" text NOT NULL,
	"key" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"fee" bigint NOT NULL,
	"policy_id" text,
	"arithmetic" json NOT NULL,
	"decided_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "fee_decisions_merchant_id_key_pk" PRIMARY KEY("merchant_id","key")
);
--> statement-breakpoint
CREATE TABLE "fee_policies" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text,
	"currency" text,
	"basis_points" integer NOT NULL,
	"minimum" integer DEFAULT 0 NOT NULL,
	"valid_from" timestamp (3) with time zone NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "fee_policies_share" CHECK ("fee_policies"."basis_points" = 0 OR "fee_policies"."basis_points" BETWEEN 200 AND 500),
	CONSTRAINT "fee_policies_minimum" CHECK ("fee_policies"."minimum" >= 0 AND ("fee_policies"."minimum" = 0 OR "fee_policies"."currency" IS NOT NULL))
);
--> statement-breakpoint
CREATE TABLE "ledger_differences" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"book" text NOT NULL,
	"provider" text NOT NULL,
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"code" text NOT NULL,
	"subject" text NOT NULL,
	"params" json NOT NULL,
	"opened_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"journal_id" text NOT NULL,
	"position" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"account" text NOT NULL,
	"currency" text NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "ledger_entries_journal_id_position_pk" PRIMARY KEY("journal_id","position")
);
--> statement-breakpoint
CREATE TABLE "ledger_journals" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"book" text NOT NULL,
	"provider" text NOT NULL,
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"source_id" text NOT NULL,
	"kind" text NOT NULL,
	"provider_kind" text NOT NULL,
	"currency" text NOT NULL,
	"payment_id" text,
	"object_id" text,
	"fingerprint" text NOT NULL,
	"entry_count" integer NOT NULL,
	"effective_at" timestamp (3) with time zone NOT NULL,
	"available_at" timestamp (3) with time zone NOT NULL,
	"recorded_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"facts" json NOT NULL
);
--> statement-breakpoint
ALTER TABLE "fee_decisions" ADD CONSTRAINT "fee_decisions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_decisions" ADD CONSTRAINT "fee_decisions_policy_id_fee_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."fee_policies"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fee_policies" ADD CONSTRAINT "fee_policies_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_differences" ADD CONSTRAINT "ledger_differences_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_journal_id_ledger_journals_id_fk" FOREIGN KEY ("journal_id") REFERENCES "public"."ledger_journals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_journals" ADD CONSTRAINT "ledger_journals_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "fee_policies_merchant" ON "fee_policies" USING btree ("merchant_id","valid_from");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_differences_open" ON "ledger_differences" USING btree ("provider","environment","account_id","book","code","subject") WHERE "ledger_differences"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX "ledger_differences_merchant" ON "ledger_differences" USING btree ("merchant_id","opened_at");--> statement-breakpoint
CREATE INDEX "ledger_entries_account" ON "ledger_entries" USING btree ("merchant_id","account","currency");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_journals_source" ON "ledger_journals" USING btree ("provider","environment","account_id","book","source_id");--> statement-breakpoint
CREATE INDEX "ledger_journals_time" ON "ledger_journals" USING btree ("merchant_id","effective_at","id");--> statement-breakpoint
CREATE INDEX "ledger_journals_payment" ON "ledger_journals" USING btree ("merchant_id","payment_id");--> statement-breakpoint
CREATE INDEX "ledger_journals_recorded" ON "ledger_journals" USING btree ("merchant_id","recorded_at");--> statement-breakpoint
-- The ledger only grows, whoever asks.
CREATE FUNCTION patchbay_ledger_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed or deleted', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;
--> statement-breakpoint
CREATE TRIGGER "ledger_journals_fixed" BEFORE UPDATE OR DELETE ON "ledger_journals" FOR EACH ROW EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
CREATE TRIGGER "ledger_journals_kept" BEFORE TRUNCATE ON "ledger_journals" FOR EACH STATEMENT EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
CREATE TRIGGER "ledger_entries_fixed" BEFORE UPDATE OR DELETE ON "ledger_entries" FOR EACH ROW EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
CREATE TRIGGER "ledger_entries_kept" BEFORE TRUNCATE ON "ledger_entries" FOR EACH STATEMENT EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
-- Asked as the transaction ends: a journal has the entries that it says, and they add up to zero in each currency.
CREATE FUNCTION patchbay_journal_adds_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  journal text := CASE TG_TABLE_NAME WHEN 'ledger_journals' THEN to_jsonb(NEW) ->> 'id' ELSE to_jsonb(NEW) ->> 'journal_id' END;
  expected integer;
  found integer;
BEGIN
  SELECT entry_count INTO expected FROM ledger_journals WHERE id = journal;
  SELECT count(*) INTO found FROM ledger_entries WHERE journal_id = journal;
  IF found <> expected THEN
    RAISE EXCEPTION 'journal % has % entries in place of %', journal, found, expected USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (SELECT FROM ledger_entries WHERE journal_id = journal GROUP BY currency HAVING sum(amount) <> 0) THEN
    RAISE EXCEPTION 'journal % does not add up to zero', journal USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "ledger_journals_add_up" AFTER INSERT ON "ledger_journals" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION patchbay_journal_adds_up();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER "ledger_entries_add_up" AFTER INSERT ON "ledger_entries" DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION patchbay_journal_adds_up();
--> statement-breakpoint
CREATE TRIGGER "fee_policies_fixed" BEFORE UPDATE OR DELETE ON "fee_policies" FOR EACH ROW EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
CREATE TRIGGER "fee_decisions_fixed" BEFORE UPDATE OR DELETE ON "fee_decisions" FOR EACH ROW EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
-- No merchant says any more what the platform takes.
CREATE FUNCTION patchbay_without_fee(definition json) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT json_build_object('eventType', definition -> 'eventType', 'condition', definition -> 'condition', 'steps', coalesce((
    SELECT json_agg(CASE WHEN (step #> '{mapping,fields,platformFeeBasisPoints}') IS NULL THEN step
      ELSE (step::jsonb #- '{mapping,fields,platformFeeBasisPoints}')::json END ORDER BY position)
    FROM json_array_elements(definition -> 'steps') WITH ORDINALITY AS steps(step, position)), '[]'::json))
$$;
--> statement-breakpoint
UPDATE "automations" SET draft = patchbay_without_fee(draft) WHERE draft::text LIKE '%platformFeeBasisPoints%';
--> statement-breakpoint
UPDATE "automation_versions" SET definition = patchbay_without_fee(definition) WHERE definition::text LIKE '%platformFeeBasisPoints%';
--> statement-breakpoint
DROP FUNCTION patchbay_without_fee(json);
