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
 * What is wrong where values of one shape are given and those of another are wanted. A form (an e-mail address, an app's
 * id) and the size of a number cannot be told from a shape: they are left to the action.
 */
export function misfits(given: Shape, wanted: Shape): Misfit[] {
  if (wanted.oneOf.length > 0) return misfitsOfChoice(given, wanted);
  if (wanted.type === "any") return [];
  if (given.oneOf.length > 0) return given.oneOf.flatMap((one) => misfits(one, wanted));
  if (given.type === "any") return [];
  if (wanted.type === "lines" || wanted.type === "list") {
    return isOfType(given.type, "list") ? misfitsOfList(given, wanted) : [differs(given, wanted)];
  }
  if (wanted.type === "object" || wanted.type === "money") {
    return isOfType(given.type, "object") ? misfitsOfObject(given, wanted) : [differs(given, wanted)];
  }
  if (!isOfType(given.type, wanted.type)) return [differs(given, wanted)];
  return [...misfitsOfValues(given, wanted), ...misfitsOfLength(given, wanted)];
}

function misfitsOfChoice(given: Shape, wanted: Shape): Misfit[] {
  const choices = wanted.oneOf.map((one) => misfits(given, one));
  const fitting = choices.find((found) => found.every(({ isWarning }) => isWarning));
  return fitting ?? [differs(given, wanted)];
}

function misfitsOfValues(given: Shape, wanted: Shape): Misfit[] {
  const { values, pattern } = wanted;
  if (pattern !== null && given.values?.some((value) => !new RegExp(pattern, "u").test(String(value)))) {
    return [{ code: "mapping_wrong_form", params: {}, isWarning: false }];
  }
  if (values === null || given.values?.every((value) => values.includes(value))) return [];
  const params = { values: listParam(values.map(String), "commas") };
  return [{ code: "mapping_not_among", params, isWarning: false }];
}

function misfitsOfLength(given: Shape, wanted: Shape): Misfit[] {
  if (wanted.maxLength === null || given.maxLength === null || given.maxLength <= wanted.maxLength) return [];
  if (given.values?.every((value) => String(value).length <= (wanted.maxLength ?? 0))) return [];
  return [{ code: "mapping_may_be_too_long", params: { max: wanted.maxLength }, isWarning: true }];
}

function misfitsOfList(given: Shape, wanted: Shape): Misfit[] {
  const inside =
    given.item && wanted.item ? [...nulls(given.item, wanted.item), ...misfits(given.item, wanted.item)] : [];
  const max = wanted.maxItems;
  if (max === null || given.maxItems === null || given.maxItems <= max) return inside;
  return [...inside, { code: "mapping_may_be_too_many", params: { max }, isWarning: true }];
}

function misfitsOfObject(given: Shape, wanted: Shape): Misfit[] {
  const lacks = Object.entries(wanted.fields).some(
    ([name, { isRequired }]) => isRequired && !given.isOpen && !lookUp(given.fields, name)?.isRequired,
  );
  const hasStrangers =
    !wanted.isOpen && Object.keys(given.fields).some((name) => !Object.hasOwn(wanted.fields, name));
  if (lacks || hasStrangers) return [{ code: "mapping_fields_do_not_fit", params: {}, isWarning: false }];
  return Object.entries(given.fields).flatMap(([name, field]) => {
    const other = lookUp(wanted.fields, name);
    return other ? [...nulls(field.shape, other.shape), ...misfits(field.shape, other.shape)] : [];
  });
}

/** A null within what is passed on as it is: nothing leaves it out there. */
function nulls(given: Shape, wanted: Shape): Misfit[] {
  if (!given.isNullable || wanted.isNullable || wanted.type === "any") return [];
  const params = { expected: wanted.type, found: "null" };
  return [{ code: "mapping_does_not_fit", params, isWarning: false }];
}

function differs(given: Shape, wanted: Shape): Misfit {
  const params = { expected: wanted.type, found: given.type };
  return { code: "mapping_does_not_fit", params, isWarning: false };
}
