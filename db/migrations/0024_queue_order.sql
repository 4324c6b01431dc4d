-- What claims sort by cannot be looked an id up by any more: a plan made while the queue was empty did so, and read all
-- of this index once there was a backlog. Bytes order ids as before.
DROP INDEX "delivery_queue_due";--> statement-breakpoint
CREATE INDEX "delivery_queue_due" ON "delivery_queue" USING btree ("destination_id","due_at","delivery_id" COLLATE "C");