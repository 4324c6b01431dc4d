import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Movement, MovementFee } from "../../contract/movement.ts";
import type { PaymentState, RefundState, TellsOf } from "../../contract/payments.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { id, optionalMoment, text } from "../../kit/lenient.ts";
import { api } from "../client.ts";
import { moneySchema, type PayPalMoney, toMinor } from "../money.ts";

const named = z.looseObject({
  supplementary_data: z.looseObject({ related_ids: z.looseObject({ order_id: id }) }),
});

const fees = z.array(z.looseObject({ amount: moneySchema })).default([]);

/** https://developer.paypal.com/docs/api/orders/v2/#definition-capture */
const capture = z.looseObject({
  id,
  status: text,
  amount: moneySchema,
  custom_id: text.optional(),
  create_time: optionalMoment,
  seller_receivable_breakdown: z
    .looseObject({
      gross_amount: moneySchema,
      paypal_fee: moneySchema.optional(),
      net_amount: moneySchema.optional(),
      receivable_amount: moneySchema.optional(),
      platform_fees: fees,
      exchange_rate: z.looseObject({ value: text }).optional(),
    })
    .optional(),
});

/** https://developer.paypal.com/docs/api/orders/v2/#definition-refund */
const refund = z.looseObject({
  id,
  status: text,
  amount: moneySchema,
  note_to_payer: text.optional(),
  create_time: optionalMoment,
  seller_payable_breakdown: z
    .looseObject({ gross_amount: moneySchema, net_amount: moneySchema.optional() })
    .optional(),
});

const order = z.looseObject({
  id,
  purchase_units: z.array(
    z.looseObject({
      custom_id: text.optional(),
      payments: z
        .looseObject({ captures: z.array(capture).default([]), refunds: z.array(refund).default([]) })
        .optional(),
    }),
  ),
});
type Capture = z.output<typeof capture>;
type Refund = z.output<typeof refund>;

/**
 * What a payment, known by its capture, has led to: its order says so with its captures and refunds.
 * @returns nothing for what is not there, or moved nothing
 */
export async function readMovements(call: Call, captureId: string): Promise<TellsOf[]> {
  const orderId = await findOrderId(call, captureId);
  if (orderId === null) return [];
  const path = `/v2/checkout/orders/${encodeURIComponent(orderId)}`;
  const { purchase_units: units } = await api.ask(call, { method: "GET", path }, order);
  return units.flatMap(({ custom_id: reference, payments }) => {
    const [paid] = payments?.captures ?? [];
    const captures = (payments?.captures ?? []).map((one) => tellCapture(one, orderId, reference));
    // An order is captured once.
    const refunds = paid ? (payments?.refunds ?? []).map((one) => tellRefund(one, paid.id)) : [];
    return [...captures, ...refunds].filter((one) => one !== null);
  });
}

async function findOrderId(call: Call, captureId: string): Promise<string | null> {
  const path = `/v2/payments/captures/${encodeURIComponent(captureId)}`;
  try {
    const found = await api.ask(call, { method: "GET", path }, named);
    return found.supplementary_data.related_ids.order_id;
  } catch (error) {
    if (error instanceof ProviderError && error.kind === "not_found") return null;
    throw error;
  }
}

const succeeded: readonly string[] = ["COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED"];

/** What is pending, or was refused, has moved nothing. */
function tellCapture(paid: Capture, orderId: string, reference: string | undefined): TellsOf | null {
  const parts = paid.seller_receivable_breakdown;
  const at = paid.create_time === undefined ? null : new Date(paid.create_time);
  if (!succeeded.includes(paid.status) || !parts || at === null) return null;
  const { amount, currency } = toMinor(paid.amount);
  const state: PaymentState = {
    mark: null,
    sessionId: null,
    paymentId: orderId,
    chargeId: paid.id,
    status: "succeeded",
    providerStatus: paid.status,
    amount,
    currency,
    fee: sumAmounts(parts.platform_fees.map((fee) => fee.amount)),
    orderId: paid.custom_id ?? reference ?? null,
    description: null,
    customer: null,
    url: null,
    clientSecret: null,
    said: null,
    detail: null,
    createdAt: at,
    paidAt: at,
  };
  return { movement: captureMovement(paid, parts, at), object: { kind: "payment", state } };
}

type Parts = NonNullable<Capture["seller_receivable_breakdown"]>;

/** In the currency of the balance. Exchanged, only what came in is told in it: the fees are in that of the payment. */
function captureMovement({ id: captureId, status }: Capture, parts: Parts, at: Date): Movement {
  const received = parts.receivable_amount && toMinor(parts.receivable_amount);
  const gross = toMinor(parts.gross_amount);
  const own: MovementFee[] = received
    ? []
    : [
        ...toFees("provider", "paypal_fee", parts.paypal_fee ? [parts.paypal_fee] : []),
        ...toFees(
          "platform",
          "platform_fees",
          parts.platform_fees.map((fee) => fee.amount),
        ),
      ];
  const { amount, currency } = received ?? gross;
  const fee = own.reduce((sum, one) => sum + one.amount, 0);
  const net = received ? amount : parts.net_amount ? toMinor(parts.net_amount).amount : amount - fee;
  return {
    id: captureId,
    kind: "payment",
    providerKind: `capture/${status}`,
    currency,
    amount,
    fee,
    net,
    fees: own,
    paymentId: captureId,
    objectId: captureId,
    at,
    availableAt: at,
    exchangeRate: parts.exchange_rate?.value ?? null,
  };
}

function toFees(
  kind: MovementFee["kind"],
  providerKind: string,
  amounts: readonly PayPalMoney[],
): MovementFee[] {
  const amount = sumAmounts(amounts);
  return amount === 0 ? [] : [{ kind, providerKind, amount }];
}

function sumAmounts(amounts: readonly PayPalMoney[]): number {
  return amounts.reduce((sum, amount) => sum + toMinor(amount).amount, 0);
}

/** What PayPal gives back of its fee is what the merchant bears less than the guest gets. */
function tellRefund(record: Refund, captureId: string): TellsOf | null {
  const at = record.create_time === undefined ? null : new Date(record.create_time);
  if (record.status !== "COMPLETED" || at === null) return null;
  const { amount, currency } = toMinor(record.amount);
  const borne = record.seller_payable_breakdown?.net_amount;
  const net = borne && toMinor(borne).currency === currency ? toMinor(borne).amount : amount;
  const back = net - amount;
  const state: RefundState = {
    mark: null,
    refundId: record.id,
    chargeId: captureId,
    status: "succeeded",
    providerStatus: record.status,
    amount,
    currency,
    reason: record.note_to_payer ?? null,
    feeRefunded: null,
    said: null,
    detail: null,
    createdAt: at,
  };
  const movement: Movement = {
    id: record.id,
    kind: "refund",
    providerKind: `refund/${record.status}`,
    currency,
    amount: -amount,
    fee: back,
    net: -net,
    fees: back === 0 ? [] : [{ kind: "provider", providerKind: "paypal_fee", amount: back }],
    paymentId: captureId,
    objectId: record.id,
    at,
    availableAt: at,
    exchangeRate: null,
  };
  return { movement, object: { kind: "refund", state } };
}
