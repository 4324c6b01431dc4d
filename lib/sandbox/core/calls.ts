import { and, desc, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { sandboxCalls } from "#db/schema/sandbox.ts";
import { newId } from "#lib/ids.ts";

/** So many are kept for each merchant and provider, and up to `callsBetween` more until the next look at the old ones. */
const keptCalls = 200;
const callsBetween = 20;
let recorded = 0;

/** Notes a call to or from a sandbox. The address loses its query, which may hold secrets. */
export async function recordCall(call: {
  merchantId: string;
  provider: string;
  direction: "received" | "sent";
  method: string;
  url: string;
  status: number | null;
  fault?: string | undefined;
}): Promise<void> {
  const { origin, pathname } = new URL(call.url);
  await db()
    .insert(sandboxCalls)
    .values({ ...call, id: newId("cal"), url: `${origin}${pathname}`, fault: call.fault ?? null });
  recorded += 1;
  if (recorded % callsBetween !== 0) return;
  const old = db()
    .select({ id: sandboxCalls.id })
    .from(sandboxCalls)
    .where(and(eq(sandboxCalls.merchantId, call.merchantId), eq(sandboxCalls.provider, call.provider)))
    .orderBy(desc(sandboxCalls.id))
    .offset(keptCalls)
    .limit(100);
  await db().delete(sandboxCalls).where(inArray(sandboxCalls.id, old));
}
