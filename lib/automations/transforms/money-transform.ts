import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { lookUp } from "#lib/look-up.ts";
import { type Behaviour, isRecord, made, surely, wrongType } from "./behaviour.ts";
import { decimalAmount, shownAmount } from "./decimal-amount.ts";

/** Minor units and their currency as a decimal number or a text. No float lies between. */
export const money: Behaviour<"money"> = {
  takes: ["integer", "money"],
  gives: (given, { currency, as }) => {
    if ((given.type === "money") !== (currency.from === "value") && given.type !== "any") return null;
    return surely(
      as === "number" ? shapeOfType("number") : shapeOfType("text", { minLength: 1, maxLength: 100 }),
    );
  },
  apply: (value, { currency: source, as }, context) => {
    const amount = source.from === "value" ? amountIn(value) : value;
    if (typeof amount !== "number") return wrongType(source.from === "value" ? "money" : "integer");
    if (!Number.isSafeInteger(amount)) return { kind: "problem", code: "mapping_not_exact" };
    const currency = context.currencyOf(source, value);
    if (currency === undefined) return { kind: "problem", code: "mapping_no_currency" };
    if (as === "shown") return made(shownAmount(amount, currency, context.locale));
    const decimal = decimalAmount(amount, currency);
    return made(as === "number" ? Number(decimal) : decimal);
  },
};

function amountIn(value: Json): Json | undefined {
  return isRecord(value) ? lookUp(value, "amount") : undefined;
}
