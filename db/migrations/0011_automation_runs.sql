CREATE TABLE "automation_issues" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"automation_id" text NOT NULL,
	"step_key" text NOT NULL,
	"subject" text NOT NULL,
	"code" text NOT NULL,
	"params" json,
	"repair" json,
	"opened_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "must_reach" (
	"delivery_id" text NOT NULL,
	"position" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"destination_id" text NOT NULL,
	"event_id" text NOT NULL,
	"event_at" timestamp(6) with time zone NOT NULL,
	"status" text DEFAULT 'watching' NOT NULL,
	"due_at" timestamp (3) with time zone,
	"code" text,
	"params" json,
	"raised_at" timestamp (3) with time zone,
	"reached_at" timestamp (3) with time zone,
	"confirmed_at" timestamp (3) with time zone,
	"confirmed_by" text,
	CONSTRAINT "must_reach_delivery_id_position_pk" PRIMARY KEY("delivery_id","position")
);
--> statement-breakpoint
CREATE TABLE "replays" (
	"id" text PRIMARY KEY NOT NULL,
	"merchant_id" text NOT NULL,
	"automation_id" text NOT NULL,
	"mode" text NOT NULL,
	"runs" integer NOT NULL,
	"plan" json NOT NULL,
	"created_by" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "run_keys" (
	"merchant_id" text NOT NULL,
	"automation_id" text NOT NULL,
	"key" text NOT NULL,
	"delivery_id" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "run_keys_merchant_id_automation_id_key_pk" PRIMARY KEY("merchant_id","automation_id","key")
);
--> statement-breakpoint
CREATE TABLE "delivery_step_payloads" (
	"delivery_id" text NOT NULL,
	"position" integer NOT NULL,
	"merchant_id" text NOT NULL,
	"input" json,
	"output" json,
	"updated_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "delivery_step_payloads_delivery_id_position_pk" PRIMARY KEY("delivery_id","position")
) PARTITION BY RANGE ("delivery_id");
--> statement-breakpoint
CREATE TABLE "delivery_step_payloads_rest" PARTITION OF "delivery_step_payloads" DEFAULT;
--> statement-breakpoint
CREATE OR REPLACE FUNCTION patchbay_histories() RETURNS TABLE (name text, key text, prefix text) LANGUAGE sql IMMUTABLE AS $$
  VALUES ('events', 'accepted_at', NULL), ('event_payloads', 'accepted_at', NULL), ('deliveries', 'id', 'dlv'),
    ('delivery_steps', 'delivery_id', 'dlv'), ('delivery_step_payloads', 'delivery_id', 'dlv'),
    ('attempts', 'id', 'att'), ('attempt_exchanges', 'attempt_id', 'att')
$$;
--> statement-breakpoint
-- A day of what steps were given and answered for each day of event payloads that is kept.
SELECT patchbay_make_day('delivery_step_payloads', to_date(right(relname, 8), 'YYYYMMDD')) FROM pg_class
WHERE oid IN (SELECT inhrelid FROM pg_inherits WHERE inhparent = 'event_payloads'::regclass) AND relname ~ '_\d{8}$';
--> statement-breakpoint
INSERT INTO "delivery_step_payloads" (delivery_id, position, merchant_id, output)
SELECT delivery_id, position, merchant_id, output FROM delivery_steps WHERE output IS NOT NULL;
--> statement-breakpoint
-- Steps say for themselves what was so by itself before.
CREATE FUNCTION patchbay_with_step_defaults(definition json) RETURNS json LANGUAGE sql IMMUTABLE AS $$
  SELECT json_build_object('eventType', definition -> 'eventType', 'condition', definition -> 'condition', 'steps', coalesce((
    SELECT json_agg(json_build_object('key', step -> 'key', 'integrationId', step -> 'integrationId', 'action', step -> 'action',
      'mapping', step -> 'mapping', 'mode', step -> 'mode', 'freshForSeconds', step -> 'freshForSeconds', 'limit', NULL,
      'mustReach', NULL) ORDER BY position)
    FROM json_array_elements(definition -> 'steps') WITH ORDINALITY AS steps(step, position)), '[]'::json))
$$;
--> statement-breakpoint
UPDATE "automations" SET draft = patchbay_with_step_defaults(draft);
--> statement-breakpoint
UPDATE "automation_versions" SET definition = patchbay_with_step_defaults(definition);
--> statement-breakpoint
DROP FUNCTION patchbay_with_step_defaults(json);
--> statement-breakpoint
ALTER TABLE "automations" ADD COLUMN "recipe_id" text;--> statement-breakpoint
ALTER TABLE "automations" ADD COLUMN "relies_on" json;--> statement-breakpoint
ALTER TABLE "automations" ADD COLUMN "check_due_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "automations" ADD COLUMN "checked_with" text;--> statement-breakpoint
ALTER TABLE "delivery_queue" ADD COLUMN "held_for" text;--> statement-breakpoint
ALTER TABLE "delivery_queue" ADD COLUMN "held_id" text;--> statement-breakpoint
ALTER TABLE "delivery_steps" ADD COLUMN "decision" json;--> statement-breakpoint
ALTER TABLE "events" ADD COLUMN "cause" text[];--> statement-breakpoint
ALTER TABLE "automation_issues" ADD CONSTRAINT "automation_issues_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "automation_issues" ADD CONSTRAINT "automation_issues_automation_id_automations_id_fk" FOREIGN KEY ("automation_id") REFERENCES "public"."automations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "must_reach" ADD CONSTRAINT "must_reach_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replays" ADD CONSTRAINT "replays_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "replays" ADD CONSTRAINT "replays_automation_id_automations_id_fk" FOREIGN KEY ("automation_id") REFERENCES "public"."automations"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "run_keys" ADD CONSTRAINT "run_keys_merchant_id_merchants_id_fk" FOREIGN KEY ("merchant_id") REFERENCES "public"."merchants"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "automation_issues_open" ON "automation_issues" USING btree ("merchant_id","automation_id","step_key","subject") WHERE "automation_issues"."closed_at" IS NULL;--> statement-breakpoint
CREATE INDEX "must_reach_due" ON "must_reach" USING btree ("due_at") WHERE "must_reach"."due_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "must_reach_raised" ON "must_reach" USING btree ("merchant_id","raised_at") WHERE "must_reach"."status" = 'raised';--> statement-breakpoint
CREATE INDEX "replays_automation" ON "replays" USING btree ("merchant_id","automation_id","id");--> statement-breakpoint
CREATE INDEX "run_keys_age" ON "run_keys" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "automations_check_due" ON "automations" USING btree ("check_due_at") WHERE "automations"."check_due_at" IS NOT NULL;--> statement-breakpoint
CREATE INDEX "delivery_queue_held" ON "delivery_queue" USING btree ("merchant_id","held_id") WHERE "delivery_queue"."held_for" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "attempts" DROP COLUMN "input";--> statement-breakpoint
ALTER TABLE "delivery_steps" DROP COLUMN "output";