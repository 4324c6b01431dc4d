import { z } from "zod";
import { type Amount, defineAction } from "../../contract/action.ts";
import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { isFine } from "../../kit/rest-client.ts";
import { api } from "../client.ts";
import { readIssue, unreadable } from "../errors.ts";
import { toMinor } from "../money.ts";
import { buildPaymentPageUrl, findCapture, type Order, orderId, orderSchema } from "../order.ts";
import { tell } from "../words.ts";

const input = z.strictObject({ orderId });

const output = z.object({
  orderId: z.string(),
  captureId: z.string().describe("The payment; refunds name it"),
  captureStatus: z
    .string()
    .describe("COMPLETED: the money is there. PENDING: PayPal or a bank still looks at it"),
  amount: z.int().describe("In the currency's smallest unit"),
  currency: z.string(),
  wasCapturedAlready: z.boolean(),
});

/**
 * The money of an order is taken once, whatever the key: PayPal keeps that for six hours, and after it an order that is
 * captured says so.
 * https://developer.paypal.com/docs/api/orders/v2/#orders_capture
 */
export const captureOrder = defineAction({
  title: "Take the money",
  description: "Takes the money of an order to which the guest has agreed.",
  scopes: [],
  effect: "write",
  mayCause: ["order.paid"],
  movesMoney: true,
  lookUpAmount: async (call, { orderId }) =>
    sumUnits(await readOrder(call, `/v2/checkout/orders/${orderId}`)),
  makes: "payment",
  // No share of the platform's is in it: that takes an agreement with PayPal as a partner.
  moved: ({ output: made }) => ({
    kind: "payment",
    state: {
      sessionId: null,
      paymentId: made.orderId,
      chargeId: made.captureId,
      status: made.captureStatus === "COMPLETED" ? "succeeded" : "processing",
      providerStatus: made.captureStatus,
      amount: made.amount,
      currency: made.currency,
      fee: 0,
      orderId: null,
      description: null,
      customer: null,
      url: null,
      clientSecret: null,
      said: null,
      detail: null,
      createdAt: new Date(),
      paidAt: made.captureStatus === "COMPLETED" ? new Date() : null,
    },
  }),
  idempotency: "native_key",
  input,
  output,
  link: ({ captureId }, { settings }) => buildPaymentPageUrl(settings, captureId),
  example: { orderId: "5O190127TN364715T" },
  async run(call, { orderId }) {
    const path = `/v2/checkout/orders/${orderId}`;
    const request = { method: "POST", path: `${path}/capture`, json: {} } as const;
    const reply = await api.send(call, request);
    const wasCapturedAlready = !isFine(reply) && readIssue(reply) === "ORDER_ALREADY_CAPTURED";
    const order = wasCapturedAlready
      ? await readOrder(call, path)
      : await api.read(call, request, reply, orderSchema);
    return toOutput(order, wasCapturedAlready);
  },
});

function readOrder(call: Call, path: string): Promise<Order> {
  return api.ask(call, { method: "GET", path }, orderSchema);
}

/** What a capture takes: all parts of the order together; null where they are in several currencies. */
function sumUnits({ purchase_units: units }: Order): Amount | null {
  const parts = units.map((unit) => toMinor(unit.amount));
  const [{ currency } = { currency: "" }] = parts;
  if (parts.some((part) => part.currency !== currency)) return null;
  return { minor: parts.reduce((sum, { amount }) => sum + amount, 0), currency };
}

function toOutput(order: Order, wasCapturedAlready: boolean): z.input<typeof output> {
  const capture = findCapture(order);
  if (!capture) throw unreadable("HTTP 200: a captured order without a payment");
  if (capture.status === "DECLINED" || capture.status === "FAILED") {
    throw new ProviderError({
      kind: "conflict",
      message: tell("could_not_charge_guest_2"),
      detail: `capture ${capture.id} ${capture.status}`,
    });
  }
  return {
    orderId: order.id,
    captureId: capture.id,
    captureStatus: capture.status,
    ...toMinor(capture.amount),
    wasCapturedAlready,
  };
}
