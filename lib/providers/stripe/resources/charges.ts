import type { Resource } from "../../resource.ts";
import { chargePage, createdAt, statusWords } from "../charge.ts";
import { askInAccount } from "../client.ts";
import { formatMoney } from "../money.ts";

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
    const items = page.data.map((charge) => ({
      id: charge.id,
      label: [formatMoney(charge.amount, charge.currency), charge.description].filter(Boolean).join(" · "),
      details: { status: statusWords(charge), on: createdAt(charge).slice(0, 10) },
    }));
    return { items, nextCursor: page.has_more ? (page.data.at(-1)?.id ?? null) : null };
  },
} satisfies Resource;
