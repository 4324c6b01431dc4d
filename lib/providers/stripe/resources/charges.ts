import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { readEach } from "../../kit/read-each.ts";
import { chargePage, chargeSchema, createdAt, describeStatus, formatMoney, knownCharge } from "../charge.ts";
import { askInAccount, idAfterPage } from "../client.ts";

const maxPage = 100;

/** The charges of the account, newest first: https://docs.stripe.com/api/charges/list */
export const charges = {
  title: "Charges",
  scopes: [],
  list: async (call, { cursor, limit }) => {
    const query = { limit: Math.min(limit, maxPage), ...(cursor === null ? {} : { starting_after: cursor }) };
    const page = await askInAccount(call, "list charges", chargePage, ({ stripe, options }) =>
      stripe.charges.list(query, options),
    );
    return { ...readEach(page.data, knownCharge, toItem), nextCursor: idAfterPage(page) };
  },
} satisfies Resource;

function toItem(record: unknown): ResourceItem {
  const charge = chargeSchema.parse(record);
  return {
    id: charge.id,
    label: [formatMoney(charge.amount, charge.currency), charge.description].filter(Boolean).join(" · "),
    details: { status: describeStatus(charge), on: createdAt(charge).slice(0, 10) },
  };
}
