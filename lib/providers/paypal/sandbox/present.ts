import type { SandboxAccountContext } from "../../sandbox-kit/contract.ts";
import {
  type CaptureDocument,
  captureDocument,
  merchantDocument,
  type OrderDocument,
  type RefundDocument,
  refundDocument,
} from "./documents.ts";
import { computeFee, toHundredths, toMoney } from "./order-body.ts";

const api = "https://api-m.paypal.com";

/** https://developer.paypal.com/docs/api/orders/v2/#definition-order */
export async function presentOrder(context: SandboxAccountContext, id: string, order: OrderDocument) {
  const merchant = await context.store.get("merchant", "merchant", merchantDocument);
  const payments = order.captureId ? await presentPayments(context, order.captureId) : null;
  return {
    id,
    intent: "CAPTURE",
    status: order.status,
    ...(order.hasPaymentSource ? { payment_source: { paypal: {} } } : {}),
    purchase_units: [
      {
        reference_id: "default",
        amount: order.amount,
        payee: { email_address: merchant?.email, merchant_id: merchant?.payerId },
        ...(order.description === null ? {} : { description: order.description }),
        ...(order.customId === null ? {} : { custom_id: order.customId }),
        ...(payments ? { payments } : {}),
      },
    ],
    create_time: order.createdAt,
    update_time: order.updatedAt,
    links: buildLinks(id, order),
  };
}

function buildLinks(id: string, { status, hasPaymentSource }: OrderDocument) {
  const self = { href: `${api}/v2/checkout/orders/${id}`, rel: "self", method: "GET" };
  if (status === "COMPLETED") return [self];
  const capture = { href: `${self.href}/capture`, rel: "capture", method: "POST" };
  if (status === "APPROVED") return [self, capture];
  const href = `https://www.paypal.com/checkoutnow?token=${id}`;
  return hasPaymentSource
    ? [self, { href, rel: "payer-action", method: "GET" }]
    : [self, { href, rel: "approve", method: "GET" }, capture];
}

async function presentPayments({ store }: SandboxAccountContext, captureId: string) {
  const capture = await store.get("capture", captureId, captureDocument);
  if (!capture) return null;
  const refunds = (await store.list("refund", refundDocument)).filter(
    ({ data }) => data.captureId === captureId,
  );
  // Within an order, a capture does not name the order.
  const { supplementary_data: _, ...presented } = presentCapture(captureId, capture);
  return {
    captures: [presented],
    ...(refunds.length > 0 ? { refunds: refunds.map(({ id, data }) => presentRefund(id, data)) } : {}),
  };
}

/** https://developer.paypal.com/docs/api/payments/v2/#definition-capture */
export function presentCapture(id: string, { orderId, status, amount, customId, ...times }: CaptureDocument) {
  const fee = computeFee(amount);
  const net = toMoney(amount.currency_code, toHundredths(amount.value) - toHundredths(fee.value));
  return {
    id,
    status,
    amount,
    final_capture: true,
    seller_receivable_breakdown: { gross_amount: amount, paypal_fee: fee, net_amount: net },
    ...(customId === null ? {} : { custom_id: customId }),
    supplementary_data: { related_ids: { order_id: orderId } },
    create_time: times.createdAt,
    update_time: times.updatedAt,
    links: [
      { href: `${api}/v2/payments/captures/${id}`, rel: "self", method: "GET" },
      { href: `${api}/v2/payments/captures/${id}/refund`, rel: "refund", method: "POST" },
      { href: `${api}/v2/checkout/orders/${orderId}`, rel: "up", method: "GET" },
    ],
  };
}

/** https://developer.paypal.com/docs/api/payments/v2/#definition-refund */
export function presentRefund(id: string, refund: RefundDocument) {
  return {
    id,
    status: refund.status,
    amount: refund.amount,
    seller_payable_breakdown: { gross_amount: refund.amount, total_refunded_amount: refund.amount },
    ...(refund.customId === null ? {} : { custom_id: refund.customId }),
    ...(refund.note === null ? {} : { note_to_payer: refund.note }),
    create_time: refund.createdAt,
    update_time: refund.createdAt,
    links: [
      { href: `${api}/v2/payments/refunds/${id}`, rel: "self", method: "GET" },
      { href: `${api}/v2/payments/captures/${refund.captureId}`, rel: "up", method: "GET" },
    ],
  };
}
