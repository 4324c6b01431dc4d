import { z } from "zod";
import type { Money } from "./documents.ts";
import { moneyBody, readMoney } from "./money.ts";
import { badRequest, Refusal } from "./replies.ts";

const url = z
  .string()
  .min(1)
  .max(4_000)
  .regex(/^https?:\/\/\S+$/);

/** What is read of a new order; PayPal lets pass what it does not know. */
const body = z.looseObject({
  intent: z.enum(["CAPTURE", "AUTHORIZE"]),
  purchase_units: z
    .array(
      z.looseObject({
        amount: moneyBody,
        custom_id: z.string().min(1).max(127).optional(),
        description: z.string().min(1).max(127).optional(),
      }),
    )
    .min(1)
    .max(10),
  payment_source: z
    .looseObject({
      paypal: z
        .looseObject({
          experience_context: z
            .looseObject({
              return_url: url.optional(),
              cancel_url: url.optional(),
              shipping_preference: z
                .enum(["GET_FROM_FILE", "NO_SHIPPING", "SET_PROVIDED_ADDRESS"])
                .optional(),
              user_action: z.enum(["CONTINUE", "PAY_NOW"]).optional(),
            })
            .optional(),
        })
        .optional(),
    })
    .optional(),
});

export type NewOrder = {
  amount: Money;
  customId: string | null;
  description: string | null;
  hasPaymentSource: boolean;
};

/**
 * https://developer.paypal.com/docs/api/orders/v2/#orders_create
 * @throws {Refusal}
 */
export function readNewOrder(json: unknown): NewOrder {
  if (json === undefined) {
    throw new Refusal(badRequest("MALFORMED_REQUEST_JSON", "The request JSON is not well formed."));
  }
  const asked = body.safeParse(json);
  if (!asked.success) throw new Refusal(refusalOf(asked.error, json));
  const [unit] = asked.data.purchase_units;
  if (!unit) throw new Error("The schema asks for one unit at least.");
  return {
    amount: readMoney(unit.amount, "/purchase_units/@reference_id=='default'/amount"),
    customId: unit.custom_id ?? null,
    description: unit.description ?? null,
    hasPaymentSource: asked.data.payment_source?.paypal !== undefined,
  };
}

/** The first thing that is wrong, by PayPal's names for it. */
export function refusalOf({ issues: [first] }: z.ZodError, json: unknown) {
  const path = first?.path ?? [];
  const field = `/${path.join("/")}`;
  const value = path.reduce<unknown>(
    (inner, name) => (typeof inner === "object" && inner !== null ? Reflect.get(inner, name) : undefined),
    json,
  );
  if (value === undefined) {
    return badRequest("MISSING_REQUIRED_PARAMETER", "A required field / parameter is missing.", field);
  }
  if (first?.code === "too_big" || first?.code === "too_small") {
    return badRequest(
      "INVALID_STRING_LENGTH",
      "The value of a field is either too short or too long.",
      field,
    );
  }
  if (first?.code === "invalid_format") {
    return badRequest(
      "INVALID_PARAMETER_SYNTAX",
      "The value of a field does not conform to the expected format.",
      field,
    );
  }
  return badRequest("INVALID_PARAMETER_VALUE", "The value of a field is invalid.", field);
}
