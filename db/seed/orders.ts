import type { Ctx } from "#lib/auth/context.ts";
import { getEvent } from "#lib/deliveries/get-event.ts";
import { AppError } from "#lib/errors.ts";
import { acceptEvents } from "#lib/events/accept-events.ts";
import { firstNumber, type PlannedSale, planMonth } from "./month.ts";

/** So long is the demo's past. */
export const demoDays = 33;

const dayMs = 24 * 60 * 60_000;
const eventsAtOnce = 500;

export function toOrderId({ number }: PlannedSale): string {
  return `ord_${number}`;
}

/**
 * Has the till tell of the month's orders, and of the scan before each. What an earlier call sent is the same event.
 * @param days how many days before now
 */
export async function sendDemoOrders(ctx: Ctx, days: number): Promise<void> {
  const events = planMonth(new Date(), days).flatMap(createEvents);
  for (let sent = 0; sent < events.length; sent += eventsAtOnce) {
    await acceptEvents({ ctx, input: events.slice(sent, sent + eventsAtOnce) });
  }
}

/** The month whose orders were sent, whenever that was; null where none were. */
export async function findDemoMonth(ctx: Ctx, days: number): Promise<PlannedSale[] | null> {
  const event = await getEvent({ ctx, input: { id: `demo-order-${firstNumber}` } }).catch(
    (error: unknown) => {
      if (error instanceof AppError && error.status === 404) return null;
      throw error;
    },
  );
  if (event === null) return null;
  const begin = Math.floor(Date.parse(event.occurredAt) / dayMs) * dayMs;
  return planMonth(new Date(begin + days * dayMs), days);
}

function createEvents(sale: PlannedSale) {
  const { number, at, place, lines, tip, total, currency } = sale;
  const minutesBefore = (minutes: number) => new Date(at.getTime() - minutes * 60_000).toISOString();
  return [
    {
      id: `demo-scan-${number}`,
      type: "qr.scanned",
      occurredAt: minutesBefore(25),
      data: { scanId: `scn_${number}`, code: place.code, scannedAt: minutesBefore(25) },
    },
    {
      id: `demo-order-${number}`,
      type: "order.placed",
      occurredAt: minutesBefore(20),
      data: {
        orderId: toOrderId(sale),
        number,
        currency,
        totalAmount: total,
        ...(tip > 0 ? { tipAmount: tip } : {}),
        lines: lines.map(({ dish: { sku, name, price }, quantity }) => ({
          sku,
          name,
          quantity,
          unitAmount: price,
          totalAmount: price * quantity,
        })),
        ...(place.table === null ? {} : { tableNumber: place.table }),
        qrCodeId: place.code.id,
        placedAt: minutesBefore(20),
      },
    },
  ];
}
