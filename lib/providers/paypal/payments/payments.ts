import type { Payments } from "../../contract/payments.ts";
import { books } from "./books.ts";

/** Payments are made by PayPal's actions; what moved with them is told by their orders. */
export const payments = { taking: null, books } satisfies Payments;
