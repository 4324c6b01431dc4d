import { sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { logger } from "#lib/logger.ts";
import type { ClaimedDelivery } from "./sender.ts";

/** How long a delivery is kept at a time: once its process has died, another goes on after so long. */
const heldMs = 45_000;
const renewedEachMs = 15_000;

export type HeldLease = {
  /** Keeps it for longer, and tells whether it was still ours: not taken by another process, cancelled or deleted. */
  renew: () => Promise<boolean>;
  release: () => void;
};

/** Keeps a claimed delivery for as long as its attempt takes, for kinds whose attempts outlast a lease. */
export function holdLease({ id, leaseId }: Pick<ClaimedDelivery, "id" | "leaseId">): HeldLease {
  const renew = async () => {
    const rows = await db().execute(sql`
      UPDATE delivery_queue SET leased_until = greatest(leased_until, clock_timestamp() + ${heldMs} * interval '1 millisecond')
      WHERE delivery_id = ${id} AND lease_id = ${leaseId} AND leased_until > clock_timestamp()
      RETURNING delivery_id`);
    return rows.length > 0;
  };
  const timer = setInterval(() => {
    renew().catch((error: unknown) => {
      logger.warn({ err: error, deliveryId: id }, "a lease was not renewed; the next try may be in time");
    });
  }, renewedEachMs);
  return { renew, release: () => clearInterval(timer) };
}
