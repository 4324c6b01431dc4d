ALTER TABLE "sandbox_objects" ADD COLUMN "happened_at" bigint;--> statement-breakpoint
ALTER TABLE "sandbox_objects" ADD COLUMN "labels" text[] DEFAULT '{}'::text[] NOT NULL;--> statement-breakpoint
CREATE INDEX "sandbox_objects_happened" ON "sandbox_objects" USING btree ("account_id","kind","happened_at","position");--> statement-breakpoint
CREATE INDEX "sandbox_objects_everywhere" ON "sandbox_objects" USING btree ("kind","happened_at","position") WHERE happened_at IS NOT NULL;--> statement-breakpoint
CREATE INDEX "sandbox_objects_labels" ON "sandbox_objects" USING gin ("labels");
--> statement-breakpoint
UPDATE "sandbox_objects" AS "object" SET
	"happened_at" = ("object"."data"->>'created')::bigint,
	"labels" = array_remove(CASE "object"."kind"
		WHEN 'payment_intent' THEN ARRAY(SELECT 'metadata:' || "key" || ':' || "value" FROM jsonb_each_text(
			CASE jsonb_typeof("object"."data"->'metadata') WHEN 'object' THEN "object"."data"->'metadata' ELSE '{}'::jsonb END))
		WHEN 'charge' THEN ARRAY['payment_intent:' || ("object"."data"->>'payment')]
		WHEN 'refund' THEN ARRAY['charge:' || ("object"."data"->>'charge'), 'payment_intent:' || ("object"."data"->>'payment')]
		WHEN 'application_fee' THEN ARRAY["object"."id", 'charge:' || ("object"."data"->>'charge')]
		WHEN 'dispute' THEN ARRAY['charge:' || ("object"."data"->>'charge'), 'payment_intent:' || ("object"."data"->>'payment_intent')]
		ELSE '{}'::text[] END, NULL)
FROM "sandbox_accounts" AS "account"
WHERE "account"."id" = "object"."account_id" AND "account"."provider" = 'stripe'
	AND "object"."kind" IN ('payment_intent', 'charge', 'refund', 'application_fee', 'dispute', 'payout')
	AND "object"."data"->>'created' ~ '^[0-9]{1,12}$';
