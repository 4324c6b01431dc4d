-- A quarter of an hour has one row of all that was sold in it, and many by product, code and table. Reports of a year read
-- the first kind alone: among the others, each would lie on a page of its own.
CREATE TABLE sales_quarters_parted (LIKE sales_quarters INCLUDING DEFAULTS) PARTITION BY LIST (dimension);
--> statement-breakpoint
CREATE TABLE sales_quarters_all PARTITION OF sales_quarters_parted FOR VALUES IN ('all');
--> statement-breakpoint
CREATE TABLE sales_quarters_product PARTITION OF sales_quarters_parted FOR VALUES IN ('product');
--> statement-breakpoint
CREATE TABLE sales_quarters_place PARTITION OF sales_quarters_parted FOR VALUES IN ('code', 'table');
--> statement-breakpoint
CREATE TABLE sales_quarters_rest PARTITION OF sales_quarters_parted DEFAULT;
--> statement-breakpoint
INSERT INTO sales_quarters_parted SELECT * FROM sales_quarters ORDER BY quarter_at;
--> statement-breakpoint
DROP TABLE sales_quarters;
--> statement-breakpoint
ALTER TABLE sales_quarters_parted RENAME TO sales_quarters;
--> statement-breakpoint
ALTER TABLE "sales_quarters" ADD CONSTRAINT "sales_quarters_merchant_id_environment_currency_dimension_quarter_at_value_pk" PRIMARY KEY("merchant_id","environment","currency","dimension","quarter_at","value");
--> statement-breakpoint
ALTER TABLE "sales_quarters" ADD CONSTRAINT "sales_quarters_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
ANALYZE sales_quarters;
