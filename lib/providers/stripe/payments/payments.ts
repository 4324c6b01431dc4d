import type { Payments } from "../../payments.ts";
import { books } from "./books.ts";

/** Charges in the merchant's own account, and what Stripe says of the money in it. */
export const payments = { taking: null, books } satisfies Payments;
