ALTER TABLE "webhooks" ADD COLUMN "origin" text;--> statement-breakpoint
ALTER TABLE "webhooks" ADD COLUMN "origin_ref" text;--> statement-breakpoint
CREATE UNIQUE INDEX "webhooks_subscription" ON "webhooks" USING btree ("merchant_id",md5("url"),"event_types") WHERE "webhooks"."origin" IS NOT NULL AND "webhooks"."deleted_at" IS NULL;