import { expect, test } from "vitest";
import { webhookBody } from "#lib/events/body.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { exampleBody } from "./example-body.ts";

test("the example is byte for byte what a destination would receive", () => {
  const { type, example } = orderPaid;
  const shown = exampleBody(type, example);
  const occurredAt = new Date(JSON.parse(shown).timestamp);
  expect(shown).toBe(webhookBody({ type, occurredAt, dataJson: JSON.stringify(example) }));
});
