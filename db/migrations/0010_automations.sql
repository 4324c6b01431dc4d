CREATE TABLE "automation_versions" (
	"automation_id" text NOT NULL,
	"number" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"definition" json NOT NULL,
	"published_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "automation_versions_automation_id_number_pk" PRIMARY KEY("automation_id","number")
);
--> statement-breakpoint
CREATE TABLE "automations" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"name" text NOT NULL,
	"draft" json NOT NULL,
	"revision" integer DEFAULT 1 NOT NULL,
	"is_draft_live" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "delivery_queue" ADD COLUMN "version" integer;--> statement-breakpoint
ALTER TABLE "delivery_steps" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "delivery_steps" ADD COLUMN "params" json;--> statement-breakpoint
ALTER TABLE "destinations" ADD COLUMN "live_version" integer;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD CONSTRAINT "automation_versions_automation_id_automations_id_fk" FOREIGN KEY ("automation_id") REFERENCES "public"."automations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automation_versions" ADD CONSTRAINT "automation_versions_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automations" ADD CONSTRAINT "automations_id_destinations_id_fk" FOREIGN KEY ("id") REFERENCES "public"."destinations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automations" ADD CONSTRAINT "automations_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "automation_versions_merchant" ON "automation_versions" USING btree ("merchant_id");--> statement-breakpoint
CREATE INDEX "automations_merchant" ON "automations" USING btree ("merchant_id","id");