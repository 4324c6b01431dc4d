import { and, eq, lte } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sandboxFaults } from "#db/schema/sandbox.ts";
import { newId } from "#lib/ids.ts";
import type { FaultKind, FaultTarget } from "../fault-schema.ts";

type NewFault = {
  merchantId: string;
  provider: string;
  kind: FaultKind;
  /** So many calls. */
  times: number;
  /** Default: the API. */
  target?: FaultTarget | undefined;
  retryAfterSeconds?: number | undefined;
  delayMs?: number | undefined;
};

/** Lets the next calls of a merchant to a provider's sandbox go wrong, after those of earlier faults. */
export async function switchFaultOn({ times, ...fault }: NewFault) {
  await dropUsedUp(fault.merchantId, fault.provider);
  const [row] = await db()
    .insert(sandboxFaults)
    .values({ ...fault, id: newId("sbx"), remaining: times })
    .returning();
  if (!row) throw new Error("The insert of a fault returned no row.");
  return row;
}

async function dropUsedUp(merchantId: string, provider: string): Promise<void> {
  await db()
    .delete(sandboxFaults)
    .where(
      and(
        eq(sandboxFaults.merchantId, merchantId),
        eq(sandboxFaults.provider, provider),
        lte(sandboxFaults.remaining, 0),
      ),
    );
}
