import type { ChargeDto } from "#lib/payments/schema.ts";
import { paymentsCharges as t } from "#lib/words/en/screens/payments-charges.ts";
import { orderTitle } from "../order-title.ts";

type Named = Pick<ChargeDto, "orderId" | "description">;

/** What a payment is called: by its order, else by what the guest reads of it. */
export function chargeTitle({ orderId, description }: Named): string {
  return orderId === null ? (description ?? t("charge_title_payment")) : orderTitle(orderId);
}

/** What the guest reads of it, where that is more than its title: "Order 1042" says no more than "ord_1042". */
export function chargeNote({ orderId, description }: Named): string | null {
  if (orderId === null || description === null) return null;
  return bareNumber(description) === bareNumber(orderId) ? null : description;
}

function bareNumber(text: string): string {
  return text.toLowerCase().replace(/^\W*(order|ord|no|nr)?[\W_]*/, "");
}
