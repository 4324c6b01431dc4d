import { sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "#db/client.ts";
import { type FaultTarget, faultKindSchema } from "../fault-schema.ts";

const faultRows = z.array(
  z.object({
    kind: faultKindSchema,
    retryAfterSeconds: z.int().nullable(),
    delayMs: z.int().nullable(),
  }),
);
export type TakenFault = z.infer<typeof faultRows>[number];

/**
 * Takes one call's worth of the oldest fault that a merchant has switched on here. Calls that race wait for one
 * another (no SKIP LOCKED), so that three faults befall exactly three of them.
 */
export async function takeFault(call: {
  merchantId: string;
  provider: string;
  target: FaultTarget;
  /** Whether the call changes something: only then its answer can be lost. */
  isChange: boolean;
}): Promise<TakenFault | null> {
  const rows = await db().execute(sql`
    UPDATE sandbox_faults SET remaining = remaining - 1
    WHERE id = (
      SELECT id FROM sandbox_faults
      WHERE merchant_id = ${call.merchantId} AND provider = ${call.provider}
        AND target = ${call.target} AND remaining > 0
        AND (kind <> 'lost' OR ${call.isChange})
      ORDER BY id LIMIT 1 FOR UPDATE
    )
    RETURNING kind, retry_after_seconds AS "retryAfterSeconds", delay_ms AS "delayMs"`);
  return faultRows.parse([...rows])[0] ?? null;
}
