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

export const orderSheetRole: Role = {
  provider: "google-sheets",
  title: "Your spreadsheet of orders",
  help: "Each order becomes a row of its first tab.",
  resource: "spreadsheets",
  suggestedName: "Orders",
  make: {
    title: "Make a new spreadsheet",
    action: "create-spreadsheet",
    input: {
      title: "Orders",
      sheet: "Orders",
      headings: ["Time", "Order", "Table", "Items", "Total", "Currency", "Paid by"],
    },
    idField: "spreadsheet",
  },
};

/** The columns are those that a new spreadsheet is made with. */
export function orderRow(eventType: "order.paid" | "order.placed"): RecipeStep {
  return {
    key: "order-row",
    title: "Write the order into the spreadsheet",
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
