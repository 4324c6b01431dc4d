import type { Books } from "../../contract/payments.ts";
import { understand } from "../movement.ts";
import { balances } from "./books-balances.ts";
import { movements, payoutItems } from "./books-movements.ts";
import { object, objects } from "./books-objects.ts";
import { platform } from "./books-platform.ts";
import { terms } from "./books-terms.ts";

/** What Stripe says of the money in an account: balance transactions (https://docs.stripe.com/api/balance_transactions). */
export const books = {
  movements,
  balances,
  terms,
  object,
  objects,
  payoutItems,
  understand,
  platform,
} satisfies Books;
