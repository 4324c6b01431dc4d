-- Rows hold codes. A sentence that was stored before is kept as what it is, under the code `verbatim`.
ALTER TABLE "integration_calls" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "integration_calls" ADD COLUMN "params" json;--> statement-breakpoint
ALTER TABLE "integration_calls" ADD COLUMN "further" json;--> statement-breakpoint
UPDATE "integration_calls" SET "code" = 'verbatim', "params" = json_build_object('text', "message");--> statement-breakpoint
ALTER TABLE "integration_calls" ALTER COLUMN "code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "integration_calls" ALTER COLUMN "params" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "integration_calls" DROP COLUMN "message";--> statement-breakpoint
ALTER TABLE "integration_issues" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "integration_issues" ADD COLUMN "params" json;--> statement-breakpoint
UPDATE "integration_issues" SET "code" = 'verbatim', "params" = json_build_object('text', "message");--> statement-breakpoint
ALTER TABLE "integration_issues" ALTER COLUMN "code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "integration_issues" ALTER COLUMN "params" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "integration_issues" DROP COLUMN "message";--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "last_error_code" text;--> statement-breakpoint
ALTER TABLE "integrations" ADD COLUMN "last_error_params" json;--> statement-breakpoint
UPDATE "integrations" SET "last_error_code" = 'verbatim', "last_error_params" = json_build_object('text', "last_error_message") WHERE "last_error_message" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "integrations" DROP COLUMN "last_error_message";--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "sync_jobs" ADD COLUMN "params" json;--> statement-breakpoint
UPDATE "sync_jobs" SET "code" = 'verbatim', "params" = json_build_object('text', "message") WHERE "message" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "sync_jobs" DROP COLUMN "message";--> statement-breakpoint
ALTER TABLE "unread_records" ADD COLUMN "params" json;--> statement-breakpoint
UPDATE "unread_records" SET "params" = json_build_object('because', 'verbatim', 'text', "message");--> statement-breakpoint
ALTER TABLE "unread_records" ALTER COLUMN "params" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "unread_records" DROP COLUMN "message";--> statement-breakpoint
UPDATE "inbound_receipts" SET "unread" = ("unread"::jsonb || jsonb_build_object('params', jsonb_build_object('because', 'verbatim', 'text', "unread"->>'message')))::json WHERE "unread" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "code" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "params" json;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "further" json;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "last_error_code" text;--> statement-breakpoint
ALTER TABLE "notices" ADD COLUMN "last_error_params" json;--> statement-breakpoint
UPDATE "notices" SET "code" = 'notice_verbatim', "params" = json_build_object('subject', "subject", 'text', "body");--> statement-breakpoint
UPDATE "notices" SET "last_error_code" = 'verbatim', "last_error_params" = json_build_object('text', "last_error") WHERE "last_error" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "code" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" ALTER COLUMN "params" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "notices" DROP COLUMN "subject";--> statement-breakpoint
ALTER TABLE "notices" DROP COLUMN "body";--> statement-breakpoint
ALTER TABLE "notices" DROP COLUMN "last_error";--> statement-breakpoint
ALTER TABLE "merchants" ADD COLUMN "locale" text DEFAULT 'en' NOT NULL;--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "locale" text DEFAULT 'en' NOT NULL;
