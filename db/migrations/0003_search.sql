ALTER TABLE "events" ADD COLUMN "search_text" text;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "reference" text;--> statement-breakpoint
CREATE INDEX "events_reference" ON "events" USING btree ("merchant_id","reference") WHERE "events"."reference" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "events_unsearchable" ON "events" USING btree ("accepted_at") WHERE "events"."search_text" IS NULL;