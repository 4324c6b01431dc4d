-- What a fee was decided by is never emptied away either: each charge points to it.
CREATE TRIGGER "fee_policies_kept" BEFORE TRUNCATE ON "fee_policies" FOR EACH STATEMENT EXECUTE FUNCTION patchbay_ledger_is_fixed();
--> statement-breakpoint
CREATE TRIGGER "fee_decisions_kept" BEFORE TRUNCATE ON "fee_decisions" FOR EACH STATEMENT EXECUTE FUNCTION patchbay_ledger_is_fixed();
