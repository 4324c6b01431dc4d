import { db } from "#db/client.ts";
import { transact } from "#db/transact.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { conflict } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { askedCharge } from "./asked-charge.ts";
import { readChargeDto } from "./charge-dto.ts";
import { requireCharge } from "./find-charge.ts";
import { lookUp } from "./look-up.ts";
import { chargeDto, chargeIdInput } from "./schema.ts";
import { applyPayment, type ChargeRow } from "./states/apply-payment.ts";
import { askTill, requireTill } from "./till.ts";

/**
 * Takes a payment back that waits on its guest: nobody can pay it any more. A guest who was quicker has paid, and that is
 * answered.
 * @throws {AppError} 409 where it has succeeded or failed, or nobody knows how it stands
 */
export const endCharge = defineVerb({
  permission: "payments:write",
  input: chargeIdInput,
  output: chargeDto,
  async run({ ctx, input: { id } }) {
    const found = await requireCharge(db(), ctx, id);
    const row = found.status === "unknown" ? await lookUp(askedCharge, found) : found;
    if (row.status === "ended") return readChargeDto(row, ctx.locale);
    requireOpen(row);
    const till = await requireTill(row);
    const state = await askTill(till, "end_payment", (call) => till.taking.end(call, row), row.id).catch(
      (error: unknown) => {
        throw toAppError(error);
      },
    );
    const applied = await transact(async (tx) => {
      await recordAudit(tx, ctx, { action: "charge.ended", targetId: id });
      return applyPayment(tx, till.account, state, row.origin);
    });
    wakeDeliveries();
    return readChargeDto(applied ?? row, ctx.locale);
  },
});

function requireOpen({ status }: ChargeRow): void {
  if (status === "waiting" || status === "processing") return;
  if (status === "begun" || status === "unknown") {
    throw conflict("charge_unclear", say("problem_charge_unclear"));
  }
  throw conflict("charge_over", say("problem_charge_over", { status }));
}
