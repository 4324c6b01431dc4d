import { setTimeout as pause } from "node:timers/promises";
import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { askForCharge } from "./ask-for-charge.ts";
import type { CreateCharge } from "./schema.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import { leaseEnd } from "./states/look-times.ts";
import { askTill, requireTill, type Till } from "./taking-of.ts";

/** For so long a repetition waits for the first request to come back, before it tells that this is under way. */
const waitMs = 10_000;
const stepMs = 100;

/**
 * What a payment's request is answered that comes again: how the payment stands. Only where the app surely has done
 * nothing it is asked once more, under the same key, by one of those who repeat.
 */
export async function repeatCharge(
  row: ChargeRow,
  input: CreateCharge,
): Promise<{ row: ChargeRow; clientSecret: string | null }> {
  const now = await settled(row);
  if (isNotMade(now)) {
    const till = await requireTill(now);
    const [taken] = await db()
      .update(charges)
      .set({
        status: "begun",
        failureCode: null,
        failureParams: null,
        failureDetail: null,
        lookDueAt: leaseEnd(),
        looks: 0,
        updatedAt: new Date(),
      })
      .where(and(eq(charges.id, now.id), notMade))
      .returning();
    return taken ? askForCharge(till, taken, input) : repeatCharge(now, input);
  }
  if (now.mode !== "intent" || now.status !== "waiting") return { row: now, clientSecret: null };
  return { row: now, clientSecret: await readSecret(await requireTill(now), now) };
}

/** It is not kept, so it is read where it is. */
async function readSecret({ taking, integration }: Till, row: ChargeRow): Promise<string | null> {
  const state = await askTill({ integration }, "look_up_payment", (call) => taking.read(call, row)).catch(
    () => null,
  );
  return state?.clientSecret ?? null;
}

const notMade = and(eq(charges.status, "failed"), eq(charges.failureCode, "charge_not_made"));

function isNotMade({ status, failureCode }: ChargeRow): boolean {
  return status === "failed" && failureCode === "charge_not_made";
}

/** The row once nobody is asking for it any more, or as it is after a while. */
async function settled(row: ChargeRow): Promise<ChargeRow> {
  const deadline = Date.now() + waitMs;
  for (;;) {
    const [now = row] = await db().select().from(charges).where(eq(charges.id, row.id));
    if (now.status !== "begun" || Date.now() > deadline) return now;
    await pause(stepMs);
  }
}
