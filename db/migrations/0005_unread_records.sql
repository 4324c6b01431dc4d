CREATE TABLE "unread_records" (
	"integration_id" text NOT NULL,
	"merchant_id" text NOT NULL,
	"source" text NOT NULL,
	"list" text NOT NULL,
	"key" text NOT NULL,
	"external_id" text,
	"label" text,
	"code" text NOT NULL,
	"field" text NOT NULL,
	"message" text NOT NULL,
	"seen_by_job" text,
	"seen_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "unread_records_integration_id_source_list_key_pk" PRIMARY KEY("integration_id","source","list","key")
);
--> statement-breakpoint
ALTER TABLE "inbound_receipts" ADD COLUMN "unread" json;--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD COLUMN "unread_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "unread_records" ADD CONSTRAINT "unread_records_integration_id_integrations_id_fk" FOREIGN KEY ("integration_id") REFERENCES "public"."integrations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unread_records" ADD CONSTRAINT "unread_records_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unread_records_merchant" ON "unread_records" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "unread_records_seen" ON "unread_records" USING btree ("seen_at");