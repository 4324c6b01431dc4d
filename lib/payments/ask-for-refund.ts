import { transact } from "#db/transact.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { askedRefund } from "./asked-refund.ts";
import { noteFailure } from "./note-failure.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import { applyRefund, type RefundRow } from "./states/apply-refund.ts";
import { askTill, type Till } from "./taking-of.ts";

/**
 * Asks the app for a refund whose row is `begun` and is this process's alone, as `askForCharge` does for a payment.
 * @throws {AppError} where the app surely did not take it on
 */
export async function askForRefund(till: Till, charge: ChargeRow, row: RefundRow): Promise<RefundRow> {
  const { amount, reason } = row;
  const chargeId = charge.chargeId ?? "";
  try {
    const state = await askTill(
      till,
      "give_back",
      (call) => till.taking.refund(call, { chargeId, amount, reason }),
      row.id,
    );
    const applied = await transact((tx) => applyRefund(tx, till.account, state, row.origin));
    wakeDeliveries();
    return applied ?? row;
  } catch (error) {
    return noteFailure(askedRefund, row, error);
  }
}
