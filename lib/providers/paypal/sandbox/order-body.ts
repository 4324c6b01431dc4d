import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import { badRequest, unprocessable } from "./answers.ts";
import type { Money } from "./documents.ts";

const known =
  "AUD BRL CAD CHF CNY CZK DKK EUR GBP HKD HUF ILS JPY MXN MYR NOK NZD PHP PLN SEK SGD THB TWD USD".split(
    " ",
  );

const withoutDecimals = ["HUF", "JPY", "TWD"];

export const moneyBody = z.looseObject({
  currency_code: z.string().length(3),
  value: z
    .string()
    .max(32)
    .regex(/^((-?[0-9]+)|(-?([0-9]+)?[.][0-9]+))$/),
});

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

type NewOrder = {
  amount: Money;
  customId: string | null;
  description: string | null;
  hasPaymentSource: boolean;
};

/**
 * https://developer.paypal.com/docs/api/orders/v2/#orders_create
 * @throws {Refused}
 */
export function readNewOrder(json: unknown): NewOrder {
  if (json === undefined) {
    throw new Refused(badRequest("MALFORMED_REQUEST_JSON", "The request JSON is not well formed."));
  }
  const asked = body.safeParse(json);
  if (!asked.success) throw new Refused(toRefusal(asked.error, json));
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
export function toRefusal({ issues: [first] }: z.ZodError, json: unknown) {
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

/**
 * https://developer.paypal.com/api/rest/reference/currency-codes/
 * @throws {Refused} for an amount that PayPal does not take
 */
export function readMoney({ currency_code, value }: z.infer<typeof moneyBody>, field: string): Money {
  const refuse = (issue: string, description: string, at: string): never => {
    throw new Refused(unprocessable(issue, description, `${field}/${at}`));
  };
  if (!known.includes(currency_code)) {
    refuse(
      "INVALID_CURRENCY_CODE",
      "Currency code is invalid or is not currently supported. Please refer https://developer.paypal.com/api/rest/reference/currency-codes/ for list of supported currency codes.",
      "currency_code",
    );
  }
  if (Number(value) <= 0) {
    refuse(
      "CANNOT_BE_ZERO_OR_NEGATIVE",
      "Must be greater than zero. If the currency supports decimals, only two decimal place precision is supported.",
      "value",
    );
  }
  const [, decimals = ""] = value.split(".");
  if (withoutDecimals.includes(currency_code) && decimals !== "") {
    refuse(
      "DECIMALS_NOT_SUPPORTED",
      "Currency does not support decimals. Please refer to https://developer.paypal.com/api/rest/reference/currency-codes/ for more information.",
      "value",
    );
  }
  if (decimals.length > 2) {
    refuse(
      "DECIMAL_PRECISION",
      "If the currency supports decimals, only two decimal place precision is supported.",
      "value",
    );
  }
  return toMoney(currency_code, toHundredths(value));
}

export function toHundredths(value: string): number {
  return Math.round(Number(value) * 100);
}

export function toMoney(currency_code: string, hundredths: number): Money {
  const value = (hundredths / 100).toFixed(withoutDecimals.includes(currency_code) ? 0 : 2);
  return { currency_code, value };
}

/** What PayPal keeps: 2.99 % and 39 cents. */
export function computeFee({ currency_code, value }: Money): Money {
  return toMoney(currency_code, Math.round(toHundredths(value) * 0.0299) + 39);
}
