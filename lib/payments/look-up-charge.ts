import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { messageSchema } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { logger } from "#lib/logger.ts";
import type { PaymentState } from "#lib/providers/contract/payments.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { applyPayment, type ChargeRow } from "./states/apply-payment.ts";
import { nextLookAt, surelyArrivedMs } from "./states/look-times.ts";
import { saidColumns } from "./states/said-columns.ts";
import { askTill, findTill, type Till } from "./taking-of.ts";

/**
 * Asks the app how a payment stands: by what it is called there, or, where no answer has said that, by the key that it
 * was asked for under. Nothing is asked for anew.
 * @param options.isAnswered the app has said no to the last request, so nothing of it is on its way
 * @returns the row as it stands then
 */
export async function lookUpCharge(
  row: ChargeRow,
  { isAnswered = false }: { isAnswered?: boolean } = {},
): Promise<ChargeRow> {
  const till = await findTill(row);
  if (till === null) return later(row);
  try {
    const state = await askTill(till, "look_up_payment", (call) => find(till, call, row), row.id);
    if (state === null) return noteNothing(row, isAnswered);
    const applied = await db().transaction((tx) => applyPayment(tx, till.account, state, row.origin));
    wakeDeliveries();
    return applied ?? row;
  } catch (error) {
    if (!(error instanceof ProviderError)) {
      logger.error({ err: error, chargeId: row.id }, "a payment could not be looked up");
    }
    return later(row);
  }
}

function find(
  { taking }: Till,
  call: Parameters<Till["taking"]["read"]>[0],
  row: ChargeRow,
): Promise<PaymentState | null> {
  if (row.sessionId !== null || row.paymentId !== null) return taking.read(call, row);
  return taking.find(call, { mode: row.mode ?? "saved", since: row.createdAt });
}

/** Nothing under the key is an answer only once a request that was on its way must have arrived. */
async function noteNothing(row: ChargeRow, isAnswered: boolean): Promise<ChargeRow> {
  if (!isAnswered && Date.now() - row.updatedAt.getTime() < surelyArrivedMs) return later(row);
  const why = messageSchema.safeParse({ code: row.failureCode, params: row.failureParams ?? {} }).data;
  const said = why === undefined ? null : saidParam(why);
  const notMade = say("charge_not_made", { said });
  const [noted] = await db()
    .update(charges)
    .set({
      status: "failed",
      // What the app itself said no to is said again.
      ...(isAnswered ? {} : saidColumns(notMade, row.failureDetail)),
      lookDueAt: null,
      updatedAt: new Date(),
    })
    .where(
      and(
        eq(charges.id, row.id),
        inArray(charges.status, ["begun", "unknown"]),
        // Somebody may be asking for it again by now.
        eq(charges.updatedAt, row.updatedAt),
      ),
    )
    .returning();
  return noted ?? row;
}

async function later(row: ChargeRow): Promise<ChargeRow> {
  const [noted] = await db()
    .update(charges)
    .set({ lookDueAt: nextLookAt(row) })
    .where(and(eq(charges.id, row.id), eq(charges.status, row.status), eq(charges.updatedAt, row.updatedAt)))
    .returning();
  return noted ?? row;
}
