import { and, eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import type { Asked } from "./asked.ts";
import { applyPayment, type ChargeRow } from "./states/apply-payment.ts";
import { nextLookAt } from "./states/look-times.ts";
import { askTill, findTill, type Till } from "./till.ts";

export const askedCharge: Asked<ChargeRow> = {
  notMade: "charge_not_made",
  nextLookAt,
  async read({ id }) {
    const [row] = await db().select().from(charges).where(eq(charges.id, id));
    return row;
  },
  async write({ id, status, updatedAt }, changes) {
    const [row] = await db()
      .update(charges)
      .set(changes)
      .where(and(eq(charges.id, id), eq(charges.status, status), eq(charges.updatedAt, updatedAt)))
      .returning();
    return row;
  },
  async look(row) {
    const till = await findTill(row);
    if (till === null) return "out_of_reach";
    const state = await askTill(till, "look_up_payment", (call) => find(till, call, row), row.id);
    return state === null ? "nothing" : (tx) => applyPayment(tx, till.account, state, row.origin);
  },
};

/** By what it is called there, or, where no answer has said that, by the key that it was asked for under. */
function find({ taking }: Till, call: Parameters<Till["taking"]["read"]>[0], row: ChargeRow) {
  if (row.sessionId !== null || row.paymentId !== null) return taking.read(call, row);
  return taking.find(call, { mode: row.mode ?? "saved", since: row.createdAt });
}
