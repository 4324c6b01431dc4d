import { chosen, fail, field, money, occurredAt, otherwise, row, shorten, shownMoment } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const refundSheet: Recipe = {
  id: "refund-sheet",
  trades: ["any", "restaurant", "shop"],
  title: "Refunds in a spreadsheet",
  benefit: "Each refund is written down with its reason, ready for the end of the month.",
  eventType: "order.refunded",
  roles: {
    refunds: {
      provider: "google-sheets",
      title: "Your spreadsheet of refunds",
      help: "Each refund becomes a row of its first tab.",
      resource: "spreadsheets",
      suggestedName: "Refunds",
      make: {
        title: "Make a new spreadsheet",
        action: "create-spreadsheet",
        input: {
          title: "Refunds",
          sheet: "Refunds",
          headings: ["Time", "Order", "Paid back", "Currency", "Reason"],
        },
        idField: "spreadsheet",
      },
    },
  },
  steps: [
    {
      key: "refund-row",
      title: "Write the refund into the spreadsheet",
      role: "refunds",
      action: "append-row",
      mapping: {
        spreadsheet: chosen("refunds"),
        values: row(
          occurredAt(shownMoment),
          field("number", fail),
          field("refundedAmount", fail, money("decimal")),
          field("currency", fail),
          field("reason", otherwise(""), shorten(2_000)),
        ),
      },
    },
  ],
};
