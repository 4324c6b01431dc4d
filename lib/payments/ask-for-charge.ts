import { eq } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges } from "#db/schema/payments.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { logger } from "#lib/logger.ts";
import type { PaymentState } from "#lib/providers/contract/payments.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { customerOf } from "./customer-of.ts";
import { lookUpCharge } from "./look-up-charge.ts";
import { outcomeOf, whyOf } from "./outcome.ts";
import type { CreateCharge } from "./schema.ts";
import { applyPayment, type ChargeRow } from "./states/apply-payment.ts";
import { nextLookAt } from "./states/look-times.ts";
import { saidColumns } from "./states/said-columns.ts";
import { askTill, type Till } from "./taking-of.ts";
import { wakeLooks } from "./wake-looks.ts";

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
    return { row: await noteFailure(row, error), clientSecret: null };
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
    customer: customerOf(input),
    paymentMethod: paymentMethod ?? null,
    returnUrl: returnUrl ?? null,
  });
}

async function noteState(till: Till, row: ChargeRow, state: PaymentState): Promise<ChargeRow> {
  const applied = await db().transaction((tx) => applyPayment(tx, till.account, state, row.origin));
  wakeDeliveries();
  return applied ?? row;
}

async function noteFailure(row: ChargeRow, error: unknown): Promise<ChargeRow> {
  const outcome = error instanceof ProviderError ? outcomeOf(error) : "unknown";
  if (!(error instanceof ProviderError)) {
    logger.error({ err: error, chargeId: row.id }, "the answer could not be noted; it is looked up");
  }
  const { said, detail } = whyOf(error);
  if (outcome === "unknown") {
    const unknown = await note(row, { status: "unknown", ...saidColumns(said, detail) });
    // A no of the app's own is one to this request, and an earlier one of ours is found, if there was any.
    if (error instanceof ProviderError && error.kind === "conflict") {
      return lookUpCharge(unknown, { isAnswered: true });
    }
    wakeLooks();
    return unknown;
  }
  if (outcome === "refused") return note(row, { status: "failed", ...saidColumns(said, detail) });
  const notMade = say("charge_not_made", { said: said === null ? null : saidParam(said) });
  await note(row, { status: "failed", ...saidColumns(notMade, detail) });
  throw toAppError(error);
}

/** A message may have told more of it by now, and then stands. */
async function note(row: ChargeRow, changes: Partial<ChargeRow>): Promise<ChargeRow> {
  return db().transaction(async (tx) => {
    const [now = row] = await tx.select().from(charges).where(eq(charges.id, row.id)).for("update");
    if (now.status !== "begun") return now;
    const lookDueAt = nextLookAt({ status: changes.status ?? now.status, looks: 0 });
    const [noted] = await tx
      .update(charges)
      .set({ ...changes, looks: 0, lookDueAt, updatedAt: new Date() })
      .where(eq(charges.id, row.id))
      .returning();
    return noted ?? now;
  });
}
