import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext, SandboxReply } from "../../sandbox-kit/contract.ts";
import { badRequest, notFound, unprocessable } from "./answers.ts";
import { type ApiRequest, apiRoute, once } from "./api.ts";
import { captureDocument, newId, type OrderDocument, orderDocument } from "./documents.ts";
import { readNewOrder } from "./order-body.ts";
import { presentCapture, presentOrder } from "./present.ts";
import { sendEvent } from "./send-event.ts";

const path = "/v2/checkout/orders";

/** https://developer.paypal.com/docs/api/orders/v2/ */
export const orderRoutes = [
  apiRoute("POST", path, async (context, request) => {
    const order = readNewOrder(request.json);
    const requestId = readRequestId(request);
    if (order.hasPaymentSource && !requestId) {
      return badRequest(
        "PAYPAL_REQUEST_ID_REQUIRED",
        "A PayPal-Request-Id is required if you are trying to process payment for an Order. Please specify a PayPal-Request-Id or Create the Order without a 'payment_source' specified.",
      );
    }
    const { resourceId, isRepetition } = await once(
      context,
      { api: "orders", operation: "create", requestId },
      async () => {
        const id = newId(17);
        const at = context.now().toISOString();
        const status = order.hasPaymentSource ? "PAYER_ACTION_REQUIRED" : "CREATED";
        const blank = { isDeclining: false, captureId: null, createdAt: at, updatedAt: at };
        await context.store.put("order", id, { ...order, ...blank, status } satisfies OrderDocument);
        return id;
      },
    );
    return replyWith(context, resourceId, isRepetition ? 200 : 201, request);
  }),
  apiRoute("GET", `${path}/(?<id>[A-Z0-9]+)`, async (context, { groups }) => {
    const { id, order } = await requireOrder(context, groups.id);
    return { status: 200, json: await presentOrder(context, id, order) };
  }),
  apiRoute("POST", `${path}/(?<id>[A-Z0-9]+)/capture`, async (context, request) => {
    const { id } = await requireOrder(context, request.groups.id);
    const requestId = readRequestId(request);
    const { isRepetition } = await once(
      context,
      { api: "orders", operation: `capture ${id}`, requestId },
      () => capture(context, id),
    );
    return replyWith(context, id, isRepetition ? 200 : 201, request);
  }),
];

/** @throws {Refused} */
function readRequestId({ headers }: ApiRequest): string | undefined {
  const id = headers["paypal-request-id"];
  if (id !== undefined && (id.length < 1 || id.length > 108)) {
    const description = "The value of a field is either too short or too long.";
    throw new Refused(badRequest("INVALID_STRING_LENGTH", description, "PayPal-Request-Id"));
  }
  return id;
}

async function requireOrder({ store }: SandboxAccountContext, id = "") {
  const order = await store.get("order", id, orderDocument);
  if (order) return { id, order };
  throw new Refused(notFound());
}

/** By default the answer is minimal. */
async function replyWith(
  context: SandboxAccountContext,
  id: string,
  status: 200 | 201,
  { headers }: ApiRequest,
): Promise<SandboxReply> {
  const { order } = await requireOrder(context, id);
  const whole = await presentOrder(context, id, order);
  if (headers.prefer === "return=representation") return { status, json: whole };
  return { status, json: { id, status: whole.status, links: whole.links } };
}

async function capture(context: SandboxAccountContext, id: string): Promise<string> {
  const { order } = await requireOrder(context, id);
  if (order.status === "COMPLETED") {
    const description = "Order already captured.If 'intent=CAPTURE' only one capture per order is allowed.";
    throw new Refused(unprocessable("ORDER_ALREADY_CAPTURED", description));
  }
  if (order.status !== "APPROVED") {
    const description =
      "Payer has not yet approved the Order for payment. Please redirect the payer to the 'rel':'approve' url returned as part of the HATEOAS links within the Create Order call or provide a valid `payment_source` in the request.";
    throw new Refused(unprocessable("ORDER_NOT_APPROVED", description));
  }
  if (order.isDeclining) {
    const description =
      "The instrument presented  was either declined by the processor or bank, or it can't be used for this payment.";
    throw new Refused(unprocessable("INSTRUMENT_DECLINED", description));
  }
  const captureId = newId(17);
  const at = context.now().toISOString();
  const { amount, customId } = order;
  const taken = { orderId: id, status: "COMPLETED", amount, customId, createdAt: at, updatedAt: at } as const;
  await context.store.put("capture", captureId, captureDocument.parse(taken));
  await context.store.put("order", id, { ...order, status: "COMPLETED", captureId, updatedAt: at });
  await sendEvent(context, {
    type: "PAYMENT.CAPTURE.COMPLETED",
    resourceType: "capture",
    summary: `Payment completed for ${amount.currency_code} ${amount.value}`,
    resource: presentCapture(captureId, taken),
  });
  return captureId;
}
