import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import { chosen, fail, field, money, occurredAt, otherwise, row, shorten, shownMoment } from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const refundSheet = (): Recipe => ({
  id: "refund-sheet",
  trades: ["any", "restaurant", "shop"],
  title: t("refund_sheet_title"),
  benefit: t("refund_sheet_benefit"),
  eventType: "order.refunded",
  roles: {
    refunds: {
      provider: "google-sheets",
      title: t("refund_sheet_refunds_title"),
      help: t("refund_sheet_refunds_help"),
      resource: "spreadsheets",
      suggestedName: t("refund_sheet_refunds_suggested_name"),
      make: {
        title: t("refund_sheet_refunds_make_title"),
        action: "create-spreadsheet",
        input: {
          title: t("refund_sheet_refunds_make_name"),
          sheet: t("refund_sheet_refunds_make_sheet"),
          headings: [
            t("heading_time"),
            t("heading_order"),
            t("heading_paid_back"),
            t("heading_currency"),
            t("heading_reason"),
          ],
        },
        idField: "spreadsheet",
      },
    },
  },
  steps: [
    {
      key: "refund-row",
      title: t("refund_sheet_refund_row_title"),
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
});
