CREATE TABLE "sale_parts" (
	"charge_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"environment" text NOT NULL,
	"currency" text NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"sold_at" timestamp (3) with time zone NOT NULL,
	"gross" bigint DEFAULT 0 NOT NULL,
	"tips" bigint DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"quantity" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "sale_parts_charge_id_dimension_value_pk" PRIMARY KEY("charge_id","dimension","value")
);
--> statement-breakpoint
CREATE TABLE "sales_days" (
	"merchant_id" text NOT NULL,
	"environment" text NOT NULL,
	"currency" text NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"day_at" timestamp (3) with time zone NOT NULL,
	"gross" bigint DEFAULT 0 NOT NULL,
	"tips" bigint DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"quantity" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "sales_days_pk" PRIMARY KEY("merchant_id","environment","currency","dimension","day_at","value")
);
--> statement-breakpoint
ALTER TABLE "sales_quarters" ALTER COLUMN "quantity" SET DATA TYPE bigint;--> statement-breakpoint
ALTER TABLE "sale_parts" ADD CONSTRAINT "sale_parts_charge_id_charges_id_fk" FOREIGN KEY ("charge_id") REFERENCES "public"."charges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sale_parts" ADD CONSTRAINT "sale_parts_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sales_days" ADD CONSTRAINT "sales_days_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "sale_parts_behind" ON "sale_parts" USING btree ("merchant_id","environment","currency","dimension","value","sold_at","charge_id");--> statement-breakpoint
CREATE INDEX "ledger_journals_listed" ON "ledger_journals" USING btree ("merchant_id","reported_at","id");--> statement-breakpoint
CREATE INDEX "ledger_journals_kind" ON "ledger_journals" USING btree ("merchant_id","kind","reported_at","id") WHERE "ledger_journals"."kind" <> 'payment';--> statement-breakpoint
CREATE INDEX "ledger_journals_object" ON "ledger_journals" USING btree ("merchant_id","object_id") WHERE "ledger_journals"."kind" <> 'payment';