import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { type Shape, shapeOfType, type ValueType } from "#lib/automations/shapes/shape.ts";
import { lookUp } from "#lib/look-up.ts";
import {
  type Applied,
  type Behaviour,
  isRecord,
  made,
  missing,
  surely,
  type TransformContext,
  type TransformOf,
  wrongType,
} from "./behaviour.ts";
import { date } from "./date-transform.ts";
import { decimalAmount, shownAmount } from "./decimal-amount.ts";
import { count, first, linesText, sum } from "./list-transforms.ts";
import { formatNumber, toNumber } from "./number-transforms.ts";
import { changeCase, emailAddress, join, shorten, split, textDefault, trim } from "./text-transforms.ts";
import type { TransformId } from "./transform-schema.ts";

/** Another value for each of those listed. Compared exactly: by type, and by each letter. */
const lookup: Behaviour<"lookup"> = {
  takes: ["text", "number", "boolean"],
  gives: (source, { entries, otherwise }) => {
    const isComplete = source.values?.every((value) => entries.some(({ from }) => from === value)) ?? false;
    const listed = toValuesShape([
      ...entries.map(({ to }) => to),
      ...(otherwise.rule === "value" ? [otherwise.value] : []),
    ]);
    const mayBeMissing = otherwise.rule === "missing" && !isComplete;
    if (otherwise.rule !== "keep" || isComplete) return { shape: listed, mayBeMissing };
    return { shape: either(source, listed), mayBeMissing };
  },
  apply: (value, { entries, otherwise }) => {
    const entry = entries.find(({ from }) => from === value);
    if (entry) return made(entry.to);
    if (otherwise.rule === "value") return made(otherwise.value);
    return otherwise.rule === "keep" ? made(value) : missing;
  },
};

/** Minor units and their currency as a decimal number or a text. No float lies between. */
const money: Behaviour<"money"> = {
  takes: ["integer", "money"],
  gives: (source, { currency, as }) => {
    if ((source.type === "money") !== (currency.from === "value") && source.type !== "any") return null;
    return surely(
      as === "number" ? shapeOfType("number") : shapeOfType("text", { minLength: 1, maxLength: 100 }),
    );
  },
  apply: (value, { currency: source, as }, context) => {
    const amount = source.from === "value" ? amountIn(value) : value;
    if (typeof amount !== "number") return wrongType(source.from === "value" ? "money" : "integer");
    if (!Number.isSafeInteger(amount)) return { kind: "problem", code: "mapping_not_exact" };
    const currency = context.findCurrency(source, value);
    if (currency === undefined) return { kind: "problem", code: "mapping_no_currency" };
    if (as === "shown") return made(shownAmount(amount, currency, context.locale));
    const decimal = decimalAmount(amount, currency);
    return made(as === "number" ? Number(decimal) : decimal);
  },
};

/** Every transform there is. */
export const transforms: { readonly [Id in TransformId]: Behaviour<Id> } = {
  default: textDefault,
  join,
  split,
  case: changeCase,
  trim,
  email_address: emailAddress,
  shorten,
  to_number: toNumber,
  format_number: formatNumber,
  money,
  date,
  lookup,
  first,
  count,
  sum,
  lines_text: linesText,
};

/** A text that a transform makes may be this long, in UTF-16 code units. */
export const maxTextLength = 200_000;

/** What a transform makes of a value. Never throws. */
export function applyTransform<Id extends TransformId>(
  transform: TransformOf<Id>,
  value: Json,
  context: TransformContext,
): Applied {
  const behaviour: Behaviour<Id> = transforms[transform.transform];
  const applied = behaviour.apply(value, transform, context);
  if (applied.kind !== "value") return applied;
  const { value: made } = applied;
  // Arguments come from a row, but also from a draft that was never saved: what JSON cannot write is made of none.
  if (typeof made === "number" && !Number.isFinite(made))
    return { kind: "problem", code: "mapping_not_exact" };
  if (made === 0) return { kind: "value", value: 0 };
  const isTooLong = typeof made === "string" && made.length > maxTextLength;
  return isTooLong ? { kind: "problem", code: "mapping_too_long" } : applied;
}

function amountIn(value: Json): Json | undefined {
  return isRecord(value) ? lookUp(value, "amount") : undefined;
}

/** What is one of these. */
function toValuesShape(values: readonly (string | number | boolean)[]): Shape {
  const types = new Set(values.map(getType));
  const texts = values.filter((value) => typeof value === "string").map(({ length }) => length);
  const lengths = texts.length > 0 ? { minLength: Math.min(...texts), maxLength: Math.max(...texts) } : {};
  const [type = "any"] = types;
  if (types.size === 1) return shapeOfType(type, { values, ...lengths });
  const oneOf = [...types].map((one) => toValuesShape(values.filter((value) => getType(value) === one)));
  return shapeOfType("any", { oneOf });
}

function either(source: Shape, listed: Shape): Shape {
  const oneOf = [source, ...(listed.oneOf.length > 0 ? listed.oneOf : [listed])];
  return shapeOfType("any", { oneOf });
}

function getType(value: Json): ValueType {
  if (typeof value === "string") return "text";
  if (typeof value === "boolean") return "boolean";
  return Number.isSafeInteger(value) ? "integer" : "number";
}
