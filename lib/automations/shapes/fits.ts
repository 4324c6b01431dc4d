import type { MappingCheckParams } from "#lib/failures/mapping-messages.ts";
import type { Message } from "#lib/failures/message.ts";
import { listParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Shape, ValueType } from "./shape.ts";

/** Why a value does not fit, or may not. */
export type Misfit = Message & { readonly code: keyof MappingCheckParams; readonly isWarning: boolean };

/** Types whose values are values of another type too. */
const narrower: Readonly<Partial<Record<ValueType, readonly ValueType[]>>> = {
  text: ["date", "instant"],
  number: ["integer"],
  object: ["money"],
  list: ["lines"],
};

/** Whether each value of a type is one of another type. */
export function isOfType(type: ValueType, wanted: ValueType): boolean {
  return type === wanted || wanted === "any" || (narrower[wanted]?.includes(type) ?? false);
}

/**
 * What is wrong where values of one shape are given and those of another are wanted. A form (an email address, an app's
 * id) and the size of a number cannot be told from a shape: they are left to the action.
 */
export function misfits(offered: Shape, wanted: Shape): Misfit[] {
  if (wanted.oneOf.length > 0) return misfitsOfChoice(offered, wanted);
  if (wanted.type === "any") return [];
  if (offered.oneOf.length > 0) return offered.oneOf.flatMap((one) => misfits(one, wanted));
  if (offered.type === "any") return [];
  if (wanted.type === "lines" || wanted.type === "list") {
    return isOfType(offered.type, "list") ? misfitsOfList(offered, wanted) : [differs(offered, wanted)];
  }
  if (wanted.type === "object" || wanted.type === "money") {
    return isOfType(offered.type, "object") ? misfitsOfObject(offered, wanted) : [differs(offered, wanted)];
  }
  if (!isOfType(offered.type, wanted.type)) return [differs(offered, wanted)];
  return [...misfitsOfValues(offered, wanted), ...misfitsOfLength(offered, wanted)];
}

function misfitsOfChoice(offered: Shape, wanted: Shape): Misfit[] {
  const choices = wanted.oneOf.map((one) => misfits(offered, one));
  const fitting = choices.find((found) => found.every(({ isWarning }) => isWarning));
  return fitting ?? [differs(offered, wanted)];
}

function misfitsOfValues(offered: Shape, wanted: Shape): Misfit[] {
  const { values, pattern } = wanted;
  if (pattern !== null && offered.values?.some((value) => !new RegExp(pattern, "u").test(String(value)))) {
    return [{ code: "mapping_wrong_form", params: {}, isWarning: false }];
  }
  if (values === null || offered.values?.every((value) => values.includes(value))) return [];
  const params = { values: listParam(values.map(String), "commas") };
  return [{ code: "mapping_not_among", params, isWarning: false }];
}

function misfitsOfLength(offered: Shape, wanted: Shape): Misfit[] {
  if (wanted.maxLength === null || offered.maxLength === null || offered.maxLength <= wanted.maxLength)
    return [];
  if (offered.values?.every((value) => String(value).length <= (wanted.maxLength ?? 0))) return [];
  return [{ code: "mapping_may_be_too_long", params: { max: wanted.maxLength }, isWarning: true }];
}

function misfitsOfList(offered: Shape, wanted: Shape): Misfit[] {
  const inside =
    offered.item && wanted.item
      ? [...nulls(offered.item, wanted.item), ...misfits(offered.item, wanted.item)]
      : [];
  const max = wanted.maxItems;
  if (max === null || offered.maxItems === null || offered.maxItems <= max) return inside;
  return [...inside, { code: "mapping_may_be_too_many", params: { max }, isWarning: true }];
}

function misfitsOfObject(offered: Shape, wanted: Shape): Misfit[] {
  const isMissing = Object.entries(wanted.fields).some(
    ([name, { isRequired }]) => isRequired && !offered.isOpen && !lookUp(offered.fields, name)?.isRequired,
  );
  const hasStrangers =
    !wanted.isOpen && Object.keys(offered.fields).some((name) => !Object.hasOwn(wanted.fields, name));
  if (isMissing || hasStrangers) return [{ code: "mapping_fields_do_not_fit", params: {}, isWarning: false }];
  return Object.entries(offered.fields).flatMap(([name, field]) => {
    const other = lookUp(wanted.fields, name);
    return other ? [...nulls(field.shape, other.shape), ...misfits(field.shape, other.shape)] : [];
  });
}

/** A null within what is passed on as it is: nothing leaves it out there. */
function nulls(offered: Shape, wanted: Shape): Misfit[] {
  if (!offered.isNullable || wanted.isNullable || wanted.type === "any") return [];
  const params = { expected: wanted.type, found: "null" };
  return [{ code: "mapping_does_not_fit", params, isWarning: false }];
}

function differs(offered: Shape, wanted: Shape): Misfit {
  const params = { expected: wanted.type, found: offered.type };
  return { code: "mapping_does_not_fit", params, isWarning: false };
}
