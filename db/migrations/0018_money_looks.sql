CREATE TABLE "money_looks" (
	"payment_account_id" text NOT NULL,
	"kind" text NOT NULL,
	"object_id" text NOT NULL,
	"asked_at" timestamp (3) with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "money_looks_payment_account_id_kind_object_id_pk" PRIMARY KEY("payment_account_id","kind","object_id")
);
--> statement-breakpoint
ALTER TABLE "money_looks" ADD CONSTRAINT "money_looks_payment_account_id_payment_accounts_id_fk" FOREIGN KEY ("payment_account_id") REFERENCES "public"."payment_accounts"("id") ON DELETE no action ON UPDATE no action;