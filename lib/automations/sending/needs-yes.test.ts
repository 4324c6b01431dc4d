import { describe, expect, test } from "vitest";
import { orderPlaced, orderRefunded } from "#lib/events/catalogue/orders.ts";
import { captureOrder } from "#lib/providers/paypal/actions/capture-order.ts";
import { refundCapture } from "#lib/providers/paypal/actions/refund-capture.ts";
import { sendMessage } from "#lib/providers/slack/actions/send-message.ts";
import { createCharge } from "#lib/providers/stripe/actions/create-charge.ts";
import { refundCharge } from "#lib/providers/stripe/actions/refund-charge.ts";
import { render } from "#lib/words/render.ts";
import { needsYes } from "./needs-yes.ts";

const placed = (data: Record<string, unknown> = {}) => ({
  id: "order-1",
  type: "order.placed",
  occurredAt: "2026-10-02T18:44:10Z",
  data: { ...orderPlaced.example, totalAmount: 3_450, currency: "EUR", ...data },
});
const refunded = {
  ...placed(),
  type: "order.refunded",
  data: { ...orderRefunded.example, refundedAmount: 950, currency: "EUR" },
};
const upTo = (amount: number, currency = "EUR") => ({ mode: "live" as const, limit: { amount, currency } });
const order = { orderId: "5O190127TN364715T" };
const card = { ...createCharge.example, amount: 3_150, currency: "eur" };

describe("a step that moves money", () => {
  test.each([
    ["of the event's amount, within the limit", upTo(3_450), captureOrder, order, placed(), null],
    ["of the event's amount, above it", upTo(3_449), captureOrder, order, placed(), "step_above_limit"],
    ["in another currency", upTo(99_999, "USD"), captureOrder, order, placed(), "step_other_currency"],
    [
      "of an event without an amount",
      upTo(99_999),
      captureOrder,
      order,
      { ...placed(), type: "qr.scanned" },
      "step_amount_unknown",
    ],
    [
      "of an amount that is none",
      upTo(99_999),
      captureOrder,
      order,
      placed({ totalAmount: "34.50" }),
      "step_amount_unknown",
    ],
    [
      "without a limit",
      { mode: "live" as const, limit: null },
      captureOrder,
      order,
      placed(),
      "step_no_limit",
    ],
    ["on review", { mode: "review" as const, limit: null }, captureOrder, order, placed(), "step_to_review"],
    [
      "of its own amount, within the limit",
      upTo(3_150),
      createCharge,
      card,
      placed({ totalAmount: 9_999 }),
      null,
    ],
    [
      "of its own amount, above it",
      upTo(3_149),
      createCharge,
      card,
      placed({ totalAmount: 1 }),
      "step_above_limit",
    ],
    [
      "of its own currency",
      upTo(9_999),
      createCharge,
      { ...card, currency: "usd" },
      placed(),
      "step_other_currency",
    ],
    ["that gives back a part", upTo(500), refundCapture, refundCapture.example, refunded, null],
    ["that gives back more", upTo(499), refundCapture, refundCapture.example, refunded, "step_above_limit"],
    [
      "that gives back all",
      upTo(99_999),
      refundCapture,
      { captureId: "3C679366HH908993F" },
      refunded,
      "step_amount_unknown",
    ],
    [
      "whose currency is the event's",
      upTo(999),
      refundCharge,
      refundCharge.example,
      refunded,
      "step_above_limit",
    ],
  ])("%s", (_name, step, action, input, event, code) => {
    const why = needsYes(step, action, input, event);
    expect(why?.code ?? null).toBe(code);
    if (why !== null) expect(render(why)).toMatch(/yes\.$/);
  });
});

test("what moves none needs a yes on review alone", () => {
  const input = { channel: "C0ORDERS001", text: "Hello" };
  expect(needsYes({ mode: "live", limit: null }, sendMessage, input, placed())).toBeNull();
  expect(needsYes({ mode: "review", limit: null }, sendMessage, input, placed())?.code).toBe(
    "step_to_review",
  );
});
