import { and, desc, eq, gte, inArray, like } from "drizzle-orm";
import type { z } from "zod";
import type { Tx } from "#db/client.ts";
import { eventPayloads, events } from "#db/schema/events.ts";
import { orderPlaced } from "#lib/events/catalogue/orders.ts";
import { insertEvents } from "#lib/events/insert-events.ts";
import { toIsoMinor } from "#lib/money/iso-minor.ts";
import { toIdForm } from "#lib/search/words.ts";
import type { ChargeRow } from "./apply-payment.ts";
import type { RefundRow } from "./apply-refund.ts";

/** An order as its own event told of it. */
type KnownOrder = z.output<typeof orderPlaced.schema>;

/** A guest pays while they are there. */
const sinceMs = 36 * 60 * 60_000;

/**
 * The money for an order has arrived: told once for each payment that was taken here for it, in the transaction that
 * notes it. The event's id is made of the payment's, so that the platform may send the same as the same event.
 */
export async function tellPaid(tx: Tx, charge: ChargeRow): Promise<void> {
  const { orderId } = charge;
  if (charge.origin !== "request" || orderId === null) return;
  const order = await readOrder(tx, charge.merchantId, orderId);
  const paidAt = charge.paidAt ?? new Date();
  await insertEvents(tx, charge.merchantId, "patchbay", [
    {
      id: `order_paid_${charge.id}`,
      type: "order.paid",
      data: {
        ...paidFor(charge, orderId, order),
        payment: { id: charge.id, method: getMethod(charge), paidAt: paidAt.toISOString() },
      },
      occurredAt: paidAt,
    },
  ]);
}

/**
 * All or part of an order was paid back: told once for each refund of a payment that was taken here, once it succeeds. A
 * refund that an automation made comes of an event that told of it, and would begin the next one.
 */
export async function tellRefunded(
  tx: Tx,
  charge: ChargeRow,
  refund: RefundRow,
  isFullRefund: boolean,
): Promise<void> {
  const { orderId } = charge;
  if (charge.origin !== "request" || refund.origin === "automation" || orderId === null) return;
  const order = await readOrder(tx, charge.merchantId, orderId);
  const customer = order?.customer ?? toCustomer(charge);
  await insertEvents(tx, charge.merchantId, "patchbay", [
    {
      id: `order_refunded_${refund.id}`,
      type: "order.refunded",
      data: {
        orderId,
        number: order?.number ?? orderId,
        refundId: refund.id,
        currency: refund.currency,
        refundedAmount: toIsoMinor(refund.amount, refund.currency),
        isFullRefund,
        ...(refund.reason ? { reason: refund.reason } : {}),
        ...(customer ? { customer } : {}),
      },
      occurredAt: new Date(),
    },
  ]);
}

/** What was ordered, as the order's own event told; without one, the payment is the one line. */
function paidFor(charge: ChargeRow, orderId: string, order: KnownOrder | null): Record<string, unknown> {
  const { currency, description } = charge;
  const amount = toIsoMinor(charge.amount, currency);
  const tip = charge.tip === null ? null : toIsoMinor(charge.tip, currency);
  const line = { name: description ?? orderId, quantity: 1, unitAmount: amount, totalAmount: amount };
  const customer = order?.customer ?? toCustomer(charge);
  const { number = orderId, lines = [line], note, tableNumber, qrCodeId } = order ?? {};
  // Of a part of the order nobody knows the tax and tip.
  const isWhole = order?.currency === currency && order.totalAmount === amount;
  const tipAmount = tip ?? (isWhole ? order.tipAmount : undefined);
  const taxAmount = isWhole ? order.taxAmount : undefined;
  return {
    orderId,
    number,
    currency,
    totalAmount: amount,
    ...(taxAmount === undefined ? {} : { taxAmount }),
    ...(tipAmount === undefined ? {} : { tipAmount }),
    lines,
    ...(customer ? { customer } : {}),
    ...(tableNumber === undefined ? {} : { tableNumber }),
    ...(qrCodeId === undefined ? {} : { qrCodeId }),
    ...(note === undefined ? {} : { note }),
  };
}

function toCustomer({ customer }: ChargeRow) {
  return customer && Object.keys(customer).length > 0 ? customer : null;
}

function getMethod({ provider }: ChargeRow): "paypal" | "card" {
  return provider === "paypal" ? "paypal" : "card";
}

/** What the platform told of an order when it was placed; null where it did not, or it is too long ago. */
async function readOrder(tx: Tx, merchantId: string, orderId: string): Promise<KnownOrder | null> {
  const since = new Date(Date.now() - sinceMs).toISOString();
  const found = tx
    .select({ id: events.id })
    .from(events)
    .where(
      and(
        eq(events.merchantId, merchantId),
        gte(events.acceptedAt, since),
        eq(events.type, orderPlaced.type),
        like(events.searchText, `%${toIdForm(orderId)}%`),
      ),
    )
    .orderBy(desc(events.acceptedAt))
    .limit(5);
  const rows = await tx
    .select({ data: eventPayloads.data })
    .from(eventPayloads)
    .where(
      and(
        eq(eventPayloads.merchantId, merchantId),
        gte(eventPayloads.acceptedAt, since),
        inArray(eventPayloads.eventId, found),
      ),
    )
    .orderBy(desc(eventPayloads.acceptedAt));
  for (const { data } of rows) {
    const order = orderPlaced.schema.safeParse(data).data;
    // The form in which ids are searched leaves marks out.
    if (order?.orderId === orderId) return order;
  }
  return null;
}
