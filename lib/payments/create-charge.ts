import { and, eq, sql } from "drizzle-orm";
import { db } from "#db/client.ts";
import { charges, refunds } from "#db/schema/payments.ts";
import { recordAudit } from "#lib/audit/record-audit.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { conflict, type FieldFault, invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { decideFeeWithin } from "#lib/fees/decide-fee.ts";
import { createFingerprint } from "#lib/fingerprint.ts";
import { newId } from "#lib/ids.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { getManifest, requireIntegration } from "#lib/integrations/integration-row.ts";
import { getStep } from "#lib/money/currency-rules.ts";
import { begunAgain, isNotMade, settled } from "./ask-again.ts";
import { askForCharge } from "./ask-for-charge.ts";
import { askedCharge } from "./asked-charge.ts";
import { readChargeDto } from "./charge-dto.ts";
import { requireFreeKey, requireKey, requireSameContent } from "./idempotency-key.ts";
import { readCustomer } from "./read-customer.ts";
import { type CreateCharge, createChargeInput, createdChargeDto } from "./schema.ts";
import type { ChargeRow } from "./states/apply-payment.ts";
import { leaseEnd } from "./states/look-times.ts";
import { askTill, loadTill, requireTill, type Till } from "./till.ts";

/**
 * Asks for a payment into the merchant's own account, less the platform's fee by its policy. A row with the key is
 * committed before the app is asked, so that the same key makes one payment for good, however often and by however many it
 * comes, and whatever is lost on the way.
 * @returns how it stands: also one that the app refused (`failed`), or whose outcome is not known (`unknown`)
 * @throws {AppError} 400 without a key; 409 for a key with other content, and while the account cannot take payments; 422
 */
export const createCharge = defineVerb({
  permission: "payments:write",
  input: createChargeInput,
  output: createdChargeDto,
  async run({ ctx, input, idempotencyKey }) {
    const key = requireKey(idempotencyKey);
    const fingerprint = createFingerprint({ what: "charge", ...input });
    const known = await findByKey(ctx.merchantId, key);
    const { row, clientSecret } = known
      ? await again(known, fingerprint, input)
      : await begin(ctx, key, fingerprint, input);
    return { ...(await readChargeDto(row, ctx.locale)), clientSecret };
  },
});

type Answer = { row: ChargeRow; clientSecret: string | null };

async function begin(ctx: Ctx, key: string, fingerprint: string, input: CreateCharge): Promise<Answer> {
  await requireFreeKey(db(), refunds, ctx.merchantId, key);
  const till = await openTill(ctx, input);
  const row = await writeCharge(ctx, till, key, fingerprint, input);
  if (row !== null) return askForCharge(till, row, input);
  const theirs = await findByKey(ctx.merchantId, key);
  if (!theirs) throw new Error(`The charge under the key ${key} is neither new nor there.`);
  return again(theirs, fingerprint, input);
}

function again(row: ChargeRow, fingerprint: string, input: CreateCharge): Promise<Answer> {
  requireSameContent(row, fingerprint);
  return repeatCharge(row, input);
}

/** @throws {AppError} where no payment can be taken there, or not in this way, or not now */
async function openTill(ctx: Ctx, input: CreateCharge): Promise<Till> {
  const integration = await requireIntegration(ctx, input.integrationId);
  const { name: app } = getManifest(integration);
  const till = await loadTill(integration);
  if (!till) throw fault("integrationId", say("field_takes_no_payments", { app }));
  if (!till.taking.modes.includes(input.mode)) throw fault("mode", say("field_mode_not_taken", { app }));
  const step = getStep(input.currency, new Date());
  if (input.amount % step !== 0) throw fault("amount", say("field_multiple", { step }));
  const { canTakePayments, said } = await askTill(till, "payment_readiness", till.taking.readiness).catch(
    (error: unknown) => {
      throw toAppError(error);
    },
  );
  if (canTakePayments) return till;
  throw conflict("account_not_ready", said ?? say("app_unknown_refusal", { app }));
}

function fault(path: string, message: FieldFault["message"]) {
  return invalidInput([{ path, message }]);
}

/** @returns null where somebody was quicker with the key */
async function writeCharge(
  ctx: Ctx,
  { taking, account }: Till,
  key: string,
  fingerprint: string,
  input: CreateCharge,
): Promise<ChargeRow | null> {
  const { merchantId } = ctx;
  const { mode, amount, currency, orderId, description, tip } = input;
  const id = newId("chg");
  return db().transaction(async (tx) => {
    const [written] = await tx
      .insert(charges)
      .values({
        id,
        ...account,
        origin: "request",
        key,
        fingerprint,
        mode,
        amount,
        currency,
        tip: tip ?? null,
        orderId: orderId ?? null,
        customer: readCustomer(input),
        description: description ?? null,
        status: "begun",
        createdBy: ctx.actor.kind === "system" ? ctx.actor.name : ctx.actor.id,
        lookDueAt: leaseEnd(),
      })
      .onConflictDoNothing({
        target: [charges.merchantId, charges.key],
        where: sql`${charges.key} IS NOT NULL`,
      })
      .returning();
    if (!written) return null;
    // The app is given this key, so that what it makes under it is found by the row's id.
    const fee = taking.takesPlatformFee
      ? (await decideFeeWithin(tx, { merchantId, key: id, amount, currency })).fee
      : 0;
    await recordAudit(tx, ctx, { action: "charge.created", targetId: id, detail: { amount, currency, fee } });
    const [row] = await tx.update(charges).set({ fee }).where(eq(charges.id, id)).returning();
    return row ?? written;
  });
}

async function findByKey(merchantId: string, key: string): Promise<ChargeRow | undefined> {
  const [row] = await db()
    .select()
    .from(charges)
    .where(and(eq(charges.merchantId, merchantId), eq(charges.key, key)));
  return row;
}

/**
 * What a payment's request is answered that comes again: how the payment stands. Only where the app surely has done
 * nothing it is asked once more, under the same key, by one of those who repeat.
 */
async function repeatCharge(
  row: ChargeRow,
  input: CreateCharge,
): Promise<{ row: ChargeRow; clientSecret: string | null }> {
  const now = await settled(askedCharge, row);
  if (isNotMade(askedCharge, now)) {
    const till = await requireTill(now);
    const taken = await askedCharge.write(now, begunAgain());
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
