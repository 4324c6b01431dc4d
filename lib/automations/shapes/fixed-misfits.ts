import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { typeOfValue } from "#lib/automations/mapping/type-of-value.ts";
import { isList } from "#lib/automations/transforms/behaviour.ts";
import { readMoment } from "#lib/automations/transforms/date-transform.ts";
import { listParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { isOfType, type Misfit } from "./fits.ts";
import type { Shape } from "./shape.ts";

type Placed = Misfit & { readonly path: Path };

/** What is wrong with one value where a shape is wanted. */
export function fixedMisfits(value: Json, wanted: Shape, path: Path): Placed[] {
  if (value === null && wanted.isNullable) return [];
  if (wanted.oneOf.length > 0) {
    const choices = wanted.oneOf.map((one) => fixedMisfits(value, one, path));
    return choices.find((found) => found.length === 0) ?? choices[0] ?? [];
  }
  if (wanted.type === "any") return [];
  const type = typeOfValue(value);
  if (value === null || !fitsType(type, wanted)) {
    const params = { expected: wanted.type, found: value === null ? "null" : type };
    return [{ code: "mapping_does_not_fit", params, isWarning: false, path }];
  }
  if (typeof value === "string") return misfitsOfText(value, wanted, path);
  if (isList(value)) return misfitsOfItems(value, wanted, path);
  if (typeof value === "object") return misfitsOfMembers(value, wanted, path);
  return notAmong(value, wanted, path);
}

function fitsType(type: Shape["type"], { type: wanted }: Shape): boolean {
  if (wanted === "date" || wanted === "instant") return type === "text";
  if (wanted === "lines") return type === "list";
  return isOfType(type, wanted === "money" ? "object" : wanted);
}

function notAmong(value: Json, { values }: Shape, path: Path): Placed[] {
  if (values === null || values.includes(value)) return [];
  const params = { values: listParam(values.map(String), "commas") };
  return [{ code: "mapping_not_among", params, isWarning: false, path }];
}

function misfitsOfText(value: string, wanted: Shape, path: Path): Placed[] {
  if (wanted.maxLength !== null && value.length > wanted.maxLength) {
    return [{ code: "mapping_longer_than", params: { max: wanted.maxLength }, isWarning: false, path }];
  }
  const isRight = wanted.type === "instant" ? readMoment(value) !== null : hasForm(value, wanted);
  if (!isRight) return [{ code: "mapping_wrong_form", params: {}, isWarning: false, path }];
  return notAmong(value, wanted, path);
}

/** An action may take the spaces off before it looks. */
function hasForm(value: string, { pattern, minLength }: Shape): boolean {
  if (value.length < minLength) return false;
  if (pattern === null) return true;
  const form = new RegExp(pattern, "u");
  return form.test(value) || form.test(value.trim());
}

function misfitsOfItems(items: readonly Json[], wanted: Shape, path: Path): Placed[] {
  const { minItems: min, maxItems: max, item } = wanted;
  if (items.length < min || (max !== null && items.length > max)) {
    return [{ code: "mapping_items", params: { min, max, count: items.length }, isWarning: false, path }];
  }
  return item === null ? [] : items.flatMap((one, at) => fixedMisfits(one, item, [...path, at]));
}

function misfitsOfMembers(
  members: Readonly<Record<string, Json>>,
  { fields, isOpen }: Shape,
  path: Path,
): Placed[] {
  const lacking = Object.entries(fields).flatMap(([name, { isRequired }]): Placed[] =>
    isRequired && !Object.hasOwn(members, name)
      ? [{ code: "mapping_input_missing", params: {}, isWarning: false, path: [...path, name] }]
      : [],
  );
  const found = Object.entries(members).flatMap(([name, member]): Placed[] => {
    const field = lookUp(fields, name);
    if (field) return fixedMisfits(member, field.shape, [...path, name]);
    if (isOpen) return [];
    return [{ code: "mapping_unknown_input", params: {}, isWarning: false, path: [...path, name] }];
  });
  return [...lacking, ...found];
}
