CREATE TABLE "charge_lines" (
	"charge_id" text NOT NULL,
	"position" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"sku" text,
	"name" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	CONSTRAINT "charge_lines_charge_id_position_pk" PRIMARY KEY("charge_id","position")
);
--> statement-breakpoint
CREATE TABLE "charges" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"integration_id" text,
	"provider" text NOT NULL,
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"origin" text NOT NULL,
	"key" text,
	"fingerprint" text,
	"mode" text,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"fee" bigint,
	"tip" bigint,
	"order_id" text,
	"customer" json,
	"description" text,
	"status" text NOT NULL,
	"provider_status" text,
	"failure_code" text,
	"failure_params" json,
	"failure_detail" text,
	"session_id" text,
	"payment_id" text,
	"charge_id" text,
	"url" text,
	"paid_at" timestamp (3) with time zone,
	"created_by" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"look_due_at" timestamp (3) with time zone,
	"looks" integer DEFAULT 0 NOT NULL,
	"qr_code_id" text,
	"table_number" text,
	"scan_event_id" text,
	"order_event_id" text,
	"attribute_due_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"integration_id" text,
	"provider" text NOT NULL,
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"charge_id" text,
	"dispute_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text,
	"status" text NOT NULL,
	"is_inquiry" boolean DEFAULT false NOT NULL,
	"provider_status" text NOT NULL,
	"answer_by" timestamp (3) with time zone,
	"evidence_url" text,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"look_due_at" timestamp (3) with time zone,
	"looks" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_seals" (
	"payment_account_id" text NOT NULL,
	"day" text NOT NULL,
	"merchant_id" text NOT NULL,
	"journals" integer NOT NULL,
	"hash" text NOT NULL,
	"previous_hash" text,
	"sealed_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "ledger_seals_payment_account_id_day_pk" PRIMARY KEY("payment_account_id","day")
);
--> statement-breakpoint
CREATE TABLE "payment_accounts" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"integration_id" text,
	"provider" text NOT NULL,
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"book" text NOT NULL,
	"read_until" timestamp (3) with time zone,
	"sweep" json,
	"sweep_due_at" timestamp (3) with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"failure_code" text,
	"failure_params" json,
	"failure_detail" text,
	"agreed_until" timestamp (3) with time zone,
	"compared_at" timestamp (3) with time zone,
	"sealed_until" timestamp (3) with time zone,
	"terms" json,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "payout_items" (
	"payout_id" text NOT NULL,
	"source_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	CONSTRAINT "payout_items_payout_id_source_id_pk" PRIMARY KEY("payout_id","source_id")
);
--> statement-breakpoint
CREATE TABLE "payouts" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"integration_id" text,
	"provider" text NOT NULL,
	"environment" text NOT NULL,
	"account_id" text NOT NULL,
	"payout_id" text NOT NULL,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"status" text NOT NULL,
	"provider_status" text NOT NULL,
	"is_final" boolean DEFAULT false NOT NULL,
	"is_automatic" boolean NOT NULL,
	"failure_code" text,
	"failure_params" json,
	"failure_detail" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"arrives_at" timestamp (3) with time zone NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"items_read_at" timestamp (3) with time zone,
	"look_due_at" timestamp (3) with time zone,
	"looks" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "refunds" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"charge_id" text NOT NULL,
	"origin" text NOT NULL,
	"key" text,
	"fingerprint" text,
	"amount" bigint NOT NULL,
	"currency" text NOT NULL,
	"reason" text,
	"status" text NOT NULL,
	"provider_status" text,
	"failure_code" text,
	"failure_params" json,
	"failure_detail" text,
	"refund_id" text,
	"fee_refunded" bigint,
	"created_by" text,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	"look_due_at" timestamp (3) with time zone,
	"looks" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revenue_quarters" (
	"merchant_id" text NOT NULL,
	"book" text NOT NULL,
	"environment" text NOT NULL,
	"provider" text NOT NULL,
	"currency" text NOT NULL,
	"quarter_at" timestamp (3) with time zone NOT NULL,
	"payments" bigint DEFAULT 0 NOT NULL,
	"refunds" bigint DEFAULT 0 NOT NULL,
	"disputes" bigint DEFAULT 0 NOT NULL,
	"dispute_fees" bigint DEFAULT 0 NOT NULL,
	"platform_fees" bigint DEFAULT 0 NOT NULL,
	"platform_fees_returned" bigint DEFAULT 0 NOT NULL,
	"provider_fees" bigint DEFAULT 0 NOT NULL,
	"taxes" bigint DEFAULT 0 NOT NULL,
	"others" bigint DEFAULT 0 NOT NULL,
	"bank" bigint DEFAULT 0 NOT NULL,
	"payment_count" integer DEFAULT 0 NOT NULL,
	"refund_count" integer DEFAULT 0 NOT NULL,
	"dispute_count" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "revenue_quarters_merchant_id_book_environment_currency_quarter_at_provider_pk" PRIMARY KEY("merchant_id","book","environment","currency","quarter_at","provider")
);
--> statement-breakpoint
CREATE TABLE "sales_quarters" (
	"merchant_id" text NOT NULL,
	"environment" text NOT NULL,
	"currency" text NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"quarter_at" timestamp (3) with time zone NOT NULL,
	"gross" bigint DEFAULT 0 NOT NULL,
	"tips" bigint DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"quantity" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "sales_quarters_merchant_id_environment_currency_dimension_quarter_at_value_pk" PRIMARY KEY("merchant_id","environment","currency","dimension","quarter_at","value")
);
--> statement-breakpoint
CREATE TABLE "operators" (
	"user_id" text PRIMARY KEY NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "ledger_journals" ADD COLUMN "reported_at" timestamp (3) with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_journals" ALTER COLUMN "reported_at" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "charge_lines" ADD CONSTRAINT "charge_lines_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charge_lines" ADD CONSTRAINT "charge_lines_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "disputes" ADD CONSTRAINT "disputes_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_seals" ADD CONSTRAINT "ledger_seals_payment_account_id_payment_accounts_id_fk" FOREIGN KEY ("payment_account_id") REFERENCES "public"."payment_accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_seals" ADD CONSTRAINT "ledger_seals_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payment_accounts" ADD CONSTRAINT "payment_accounts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_payout_id_payouts_id_fk" FOREIGN KEY ("payout_id") REFERENCES "public"."payouts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payout_items" ADD CONSTRAINT "payout_items_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "payouts" ADD CONSTRAINT "payouts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revenue_quarters" ADD CONSTRAINT "revenue_quarters_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_quarters" ADD CONSTRAINT "sales_quarters_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "operators" ADD CONSTRAINT "operators_user_id_users_id_fk" FOREIGN KEY ("user_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "charges_key" ON "charges" USING btree ("merchant_id","key") WHERE "charges"."key" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "charges_charge" ON "charges" USING btree ("provider","environment","account_id","charge_id") WHERE "charges"."charge_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "charges_list" ON "charges" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "charges_order" ON "charges" USING btree ("merchant_id","order_id");--> statement-breakpoint
CREATE INDEX "charges_payment" ON "charges" USING btree ("account_id","payment_id");--> statement-breakpoint
CREATE INDEX "charges_session" ON "charges" USING btree ("account_id","session_id");--> statement-breakpoint
CREATE INDEX "charges_look_due" ON "charges" USING btree ("look_due_at") WHERE "charges"."look_due_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "charges_attribute_due" ON "charges" USING btree ("attribute_due_at") WHERE "charges"."attribute_due_at" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_dispute" ON "disputes" USING btree ("provider","environment","account_id","dispute_id");--> statement-breakpoint
CREATE INDEX "disputes_list" ON "disputes" USING btree ("merchant_id","opened_at","id");--> statement-breakpoint
CREATE INDEX "disputes_charge" ON "disputes" USING btree ("charge_id");--> statement-breakpoint
CREATE INDEX "disputes_look_due" ON "disputes" USING btree ("look_due_at") WHERE "disputes"."look_due_at" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "payment_accounts_account" ON "payment_accounts" USING btree ("provider","environment","account_id","book");--> statement-breakpoint
CREATE INDEX "payment_accounts_merchant" ON "payment_accounts" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "payment_accounts_due" ON "payment_accounts" USING btree ("sweep_due_at") WHERE "payment_accounts"."sweep_due_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "payout_items_source" ON "payout_items" USING btree ("merchant_id","source_id");--> statement-breakpoint
CREATE UNIQUE INDEX "payouts_payout" ON "payouts" USING btree ("provider","environment","account_id","payout_id");--> statement-breakpoint
CREATE INDEX "payouts_list" ON "payouts" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "payouts_look_due" ON "payouts" USING btree ("look_due_at") WHERE "payouts"."look_due_at" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_key" ON "refunds" USING btree ("merchant_id","key") WHERE "refunds"."key" IS NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "refunds_refund" ON "refunds" USING btree ("charge_id","refund_id") WHERE "refunds"."refund_id" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "refunds_list" ON "refunds" USING btree ("merchant_id","created_at","id");--> statement-breakpoint
CREATE INDEX "refunds_charge" ON "refunds" USING btree ("charge_id");--> statement-breakpoint
CREATE INDEX "refunds_look_due" ON "refunds" USING btree ("look_due_at") WHERE "refunds"."look_due_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "revenue_quarters_time" ON "revenue_quarters" USING btree ("book","environment","currency","quarter_at");--> statement-breakpoint
CREATE INDEX "ledger_journals_reported" ON "ledger_journals" USING btree ("merchant_id","currency","reported_at");
--> statement-breakpoint
CREATE TRIGGER "ledger_seals_fixed" BEFORE UPDATE OR DELETE ON "ledger_seals" FOR EACH ROW EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
CREATE TRIGGER "ledger_seals_kept" BEFORE TRUNCATE ON "ledger_seals" FOR EACH STATEMENT EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
ALTER TABLE "charges" ADD CONSTRAINT "charges_amount" CHECK ("amount" > 0 AND ("fee" IS NULL OR "fee" BETWEEN 0 AND "amount"));
--> statement-breakpoint
ALTER TABLE "refunds" ADD CONSTRAINT "refunds_amount" CHECK ("amount" > 0);
