import { transact } from "#db/transact.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import type { PaymentState } from "#lib/providers/contract/payments.ts";
import { askedCharge } from "./asked-charge.ts";
import { noteFailure } from "./note-failure.ts";
import { readCustomer } from "./read-customer.ts";
import type { CreateCharge } from "./schema.ts";
import { applyPayment, type ChargeRow } from "./states/apply-payment.ts";
import { askTill, type Till } from "./till.ts";

/**
 * Asks the app for the payment of a row that is `begun` and is this process's alone, under the row's id. What it answers
 * is written down; what it does not answer leaves the row to be looked up.
 * @throws {AppError} where the app surely did not take it on, and may be asked again under the same key
 */
export async function askForCharge(
  till: Till,
  row: ChargeRow,
  input: CreateCharge,
): Promise<{ row: ChargeRow; clientSecret: string | null }> {
  try {
    const state = await askTill(till, "begin_payment", (call) => begin(till, call, input), row.id);
    return { row: await noteState(till, row, state), clientSecret: state.clientSecret };
  } catch (error) {
    return { row: await noteFailure(askedCharge, row, error), clientSecret: null };
  }
}

function begin(
  { taking }: Till,
  call: Parameters<Till["taking"]["begin"]>[0],
  input: CreateCharge,
): Promise<PaymentState> {
  const { mode, amount, currency, orderId, description, paymentMethod, returnUrl } = input;
  return taking.begin(call, {
    mode,
    amount,
    currency,
    orderId: orderId ?? null,
    description: description ?? null,
    customer: readCustomer(input),
    paymentMethod: paymentMethod ?? null,
    returnUrl: returnUrl ?? null,
  });
}

async function noteState(till: Till, row: ChargeRow, state: PaymentState): Promise<ChargeRow> {
  const applied = await transact((tx) => applyPayment(tx, till.account, state, row.origin));
  wakeDeliveries();
  return applied ?? row;
}
