import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";
import { currencies } from "./money.ts";

export const amount = z
  .int("Give the amount in whole cents, without a point.")
  .min(1, "The amount is above zero.")
  .max(99_999_999_999, "PayPal takes no such amount.");

export const amountHelp = "In the smallest unit of the currency: 3150 is 31.50.";

export const currency = z.enum(currencies, { error: "Choose a currency that PayPal knows." });

export const orderId = trimmedText(200)
  .regex(
    /^[A-Z0-9]{10,36}$/,
    "The number of a PayPal order is capitals and digits, such as 5O190127TN364715T.",
  )
  .meta({
    title: "PayPal order",
    description: "Its number at PayPal, from “Create an order”.",
    placeholder: "5O190127TN364715T",
  } satisfies FieldMeta);

export const captureId = trimmedText(200)
  .regex(/^[A-Z0-9]{10,36}$/, "The number of a payment is capitals and digits, such as 3C679366HH908993F.")
  .meta({
    title: "Payment",
    description: "Its number at PayPal, from “Take the money”; guests see it as the transaction.",
    placeholder: "3C679366HH908993F",
  } satisfies FieldMeta);
