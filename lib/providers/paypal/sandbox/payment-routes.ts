import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext } from "../../sandbox-kit/contract.ts";
import { notFound, unprocessable } from "./answers.ts";
import { apiRoute, once } from "./api.ts";
import {
  type CaptureDocument,
  captureDocument,
  newId,
  type RefundDocument,
  refundDocument,
} from "./documents.ts";
import { moneyBody, readMoney, toHundredths, toMoney, toRefusal } from "./order-body.ts";
import { presentCapture, presentRefund } from "./present.ts";
import { sendEvent } from "./send-event.ts";

const path = "/v2/payments/captures/(?<id>[A-Z0-9]+)";

const refundBody = z.looseObject({
  amount: moneyBody.optional(),
  custom_id: z.string().min(1).max(127).optional(),
  note_to_payer: z.string().min(1).max(255).optional(),
});

/** https://developer.paypal.com/docs/api/payments/v2/ */
export const paymentRoutes = [
  apiRoute("GET", path, async (context, { groups }) => {
    const { id, capture } = await requireCapture(context, groups.id);
    return { status: 200, json: presentCapture(id, capture) };
  }),
  apiRoute("POST", `${path}/refund`, async (context, { groups, json, headers }) => {
    const { id } = await requireCapture(context, groups.id);
    const asked = refundBody.safeParse(json ?? {});
    if (!asked.success) return toRefusal(asked.error, json ?? {});
    const requestId = headers["paypal-request-id"];
    const { resourceId } = await once(
      context,
      { api: "payments", operation: `refund ${id}`, requestId },
      () => refundCapture(context, id, asked.data),
    );
    const made = await context.store.get("refund", resourceId, refundDocument);
    return made ? { status: 201, json: presentRefund(resourceId, made) } : notFound();
  }),
];

async function requireCapture({ store }: SandboxAccountContext, id = "") {
  const capture = await store.get("capture", id, captureDocument);
  if (capture) return { id, capture };
  throw new Refused(notFound());
}

async function refundCapture(
  context: SandboxAccountContext,
  captureId: string,
  asked: z.infer<typeof refundBody>,
): Promise<string> {
  const { capture } = await requireCapture(context, captureId);
  const left = await readRemaining(context, captureId, capture);
  if (left === 0) {
    throw new Refused(unprocessable("CAPTURE_FULLY_REFUNDED", "The capture has already been fully refunded"));
  }
  const { currency_code } = capture.amount;
  const amount = asked.amount ? readMoney(asked.amount, "/amount") : toMoney(currency_code, left);
  if (amount.currency_code !== currency_code) {
    const description = "Refund must be in the same currency as the capture";
    throw new Refused(
      unprocessable("REFUND_CAPTURE_CURRENCY_MISMATCH", description, "/amount/currency_code"),
    );
  }
  if (toHundredths(amount.value) > left) {
    const description =
      "The refund amount must be less than or equal to the capture amount that has not yet been refunded.";
    throw new Refused(unprocessable("REFUND_AMOUNT_EXCEEDED", description, "/amount/value"));
  }
  const id = newId(17);
  const at = context.now().toISOString();
  const refund = {
    captureId,
    status: "COMPLETED",
    amount,
    customId: asked.custom_id ?? capture.customId,
    note: asked.note_to_payer ?? null,
    createdAt: at,
  } satisfies RefundDocument;
  await context.store.put("refund", id, refund);
  const status = toHundredths(amount.value) === left ? "REFUNDED" : "PARTIALLY_REFUNDED";
  await context.store.put("capture", captureId, { ...capture, status, updatedAt: at });
  await sendEvent(context, {
    type: "PAYMENT.CAPTURE.REFUNDED",
    resourceType: "refund",
    summary: `A ${currency_code} ${amount.value} capture payment was refunded`,
    resource: presentRefund(id, refund),
  });
  return id;
}

/** In hundredths. */
async function readRemaining(
  { store }: SandboxAccountContext,
  captureId: string,
  { amount }: CaptureDocument,
) {
  const refunds = (await store.list("refund", refundDocument)).filter(
    ({ data }) => data.captureId === captureId,
  );
  const refunded = refunds.reduce((sum, { data }) => sum + toHundredths(data.amount.value), 0);
  return toHundredths(amount.value) - refunded;
}
