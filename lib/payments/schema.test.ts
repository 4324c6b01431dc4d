import { expect, test } from "vitest";
import { createChargeInput } from "./schema.ts";

test("a guest's unusual address costs no payment", () => {
  const charge = {
    integrationId: "int_0199bf00112233445566778899aabbcc",
    amount: 1_250,
    currency: "EUR",
    mode: "intent",
    customer: { email: "smith&sons@example.com" },
  };
  expect(createChargeInput.safeParse(charge).error?.issues ?? []).toEqual([]);
});
