CREATE TABLE "sales_months" (
	"merchant_id" text NOT NULL,
	"environment" text NOT NULL,
	"currency" text NOT NULL,
	"dimension" text NOT NULL,
	"value" text NOT NULL,
	"month_at" timestamp (3) with time zone NOT NULL,
	"gross" bigint DEFAULT 0 NOT NULL,
	"tips" bigint DEFAULT 0 NOT NULL,
	"orders" integer DEFAULT 0 NOT NULL,
	"quantity" bigint DEFAULT 0 NOT NULL,
	CONSTRAINT "sales_months_pk" PRIMARY KEY("merchant_id","environment","currency","dimension","month_at","value")
);
--> statement-breakpoint
ALTER TABLE "sales_months" ADD CONSTRAINT "sales_months_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
INSERT INTO sales_months (merchant_id, environment, currency, dimension, value, month_at, gross, tips, orders, quantity)
SELECT merchant_id, environment, currency, dimension, value, date_trunc('month', day_at, 'UTC'), sum(gross), sum(tips), sum(orders), sum(quantity)
FROM sales_days GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 6;
