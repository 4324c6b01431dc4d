import type { Books, Payments } from "../../contract/payments.ts";
import { readMovements } from "./read-movements.ts";

const nothing = { items: [], unread: [], next: null };

/**
 * PayPal lists what has moved only to apps that its Transaction Search is switched on for, and hours late
 * (https://developer.paypal.com/docs/transaction-search/). So it is asked about the payments of which it tells, one by
 * one: their captures and refunds, with its fees. Balances, payouts, disputes and what happens without a message are not
 * told, and nothing can be compared. There is no platform's share: that takes a partner agreement with PayPal.
 */
export const books = {
  movements: async () => nothing,
  movementsOfPayment: readMovements,
  balances: async () => [],
  object: async () => null,
  objects: async () => nothing,
  payoutItems: async () => nothing,
  platform: null,
} satisfies Books;

/** Payments are made by PayPal's actions; what moved with them is told by their orders. */
export const payments = { taking: null, books } satisfies Payments;
