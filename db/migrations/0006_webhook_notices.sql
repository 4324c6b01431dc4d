ALTER TABLE "notices" ADD COLUMN "webhook_id" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "read_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "told_state" text;--> statement-breakpoint
UPDATE "notices" SET "read_at" = "created_at";--> statement-breakpoint
UPDATE "webhooks" SET "told_state" = 'disabled' WHERE "disabled_reason" IN ('gone', 'failing');--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_webhook_id_webhooks_id_fk" FOREIGN KEY ("webhook_id") REFERENCES "public"."webhooks"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notices_unread" ON "notices" USING btree ("merchant_id","recipient") WHERE "notices"."read_at" IS NULL;--> statement-breakpoint
CREATE INDEX "webhooks_to_tell" ON "webhooks" USING btree ("id") WHERE "webhooks"."failing_since" IS NOT NULL OR "webhooks"."disabled_reason" IN ('gone', 'failing') OR "webhooks"."told_state" IS NOT NULL;