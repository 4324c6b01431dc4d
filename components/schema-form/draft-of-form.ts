import { controlName } from "./control-name.ts";
import { type Draft, type DraftGroup, newItem } from "./draft.ts";
import type { FieldShape, Shape } from "./shape.ts";

/**
 * What stands in the controls of a form as the browser has them: on the server where no script had loaded, and in the
 * browser where something was typed before the script came.
 * @param prefix of the form's fields
 */
export function draftOfForm(fields: readonly FieldShape[], prefix: string, form: FormData): DraftGroup {
  return groupIn(fields, (name) => controlName(prefix, name), form);
}

function groupIn(
  fields: readonly FieldShape[],
  formatName: (field: string) => string,
  form: FormData,
): DraftGroup {
  return Object.fromEntries(
    fields.map((field) => [field.name, valueIn(field.shape, formatName(field.name), form)]),
  );
}

function valueIn(shape: Shape, name: string, form: FormData): Draft {
  switch (shape.kind) {
    case "flag":
      return form.has(name);
    case "group":
      return groupIn(shape.fields, (field) => `${name}.${field}`, form);
    case "list": {
      const total = countItems(name, form);
      return Array.from({ length: total }, (_, index) => ({
        ...newItem(shape.item),
        value: valueIn(shape.item, `${name}[${index}]`, form),
      }));
    }
    default: {
      const text = form.get(name);
      return typeof text === "string" ? text : "";
    }
  }
}

/** How many entries of a list the form has. */
function countItems(name: string, form: FormData): number {
  const has = (index: number) => [...form.keys()].some((key) => key.startsWith(`${name}[${index}]`));
  let total = 0;
  while (has(total)) total += 1;
  return total;
}
