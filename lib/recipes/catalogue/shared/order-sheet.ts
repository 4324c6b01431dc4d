import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  chosen,
  fail,
  field,
  money,
  occurredAt,
  orderLines,
  otherwise,
  row,
  shownMoment,
} from "../../parts.ts";
import type { RecipeStep, Role } from "../../recipe.ts";

export const orderSheetRole = (): Role => ({
  provider: "google-sheets",
  title: t("order_sheet_role_title"),
  help: t("order_sheet_role_help"),
  resource: "spreadsheets",
  suggestedName: t("order_sheet_role_suggested_name"),
  make: {
    title: t("order_sheet_role_make_title"),
    action: "create-spreadsheet",
    input: {
      title: t("order_sheet_role_make_name"),
      sheet: t("order_sheet_role_make_sheet"),
      headings: [
        t("heading_time"),
        t("heading_order"),
        t("heading_table"),
        t("heading_items"),
        t("heading_total"),
        t("heading_currency"),
        t("heading_paid_by"),
      ],
    },
    idField: "spreadsheet",
  },
});

/** The columns are those that a new spreadsheet is made with. */
export function orderRow(eventType: "order.paid" | "order.placed"): RecipeStep {
  return {
    key: "order-row",
    title: t("order_row_title"),
    role: "orders",
    action: "append-row",
    mapping: {
      spreadsheet: chosen("orders"),
      values: row(
        occurredAt(shownMoment),
        field("number", fail),
        field("tableNumber", otherwise("")),
        orderLines(", ", 4_000),
        field("totalAmount", fail, money("decimal")),
        field("currency", fail),
        ...(eventType === "order.paid" ? [field("payment.method", fail)] : []),
      ),
    },
  };
}
