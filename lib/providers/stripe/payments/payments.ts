import type { Payments } from "../../contract/payments.ts";
import { books } from "./books.ts";
import { taking } from "./taking.ts";

/** Charges in the merchant's own account, and what Stripe says of the money in it. */
export const payments = { taking, books } satisfies Payments;
