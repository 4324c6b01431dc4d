import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Applied, Behaviour, TransformContext, TransformOf } from "./behaviour.ts";
import { date } from "./date-transform.ts";
import { count, first, linesText, sum } from "./list-transforms.ts";
import { lookup } from "./lookup-transform.ts";
import { money } from "./money-transform.ts";
import { formatNumber, toNumber } from "./number-transforms.ts";
import { changeCase, emailAddress, join, shorten, split, textDefault, trim } from "./text-transforms.ts";
import type { TransformId } from "./transform-schema.ts";

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
