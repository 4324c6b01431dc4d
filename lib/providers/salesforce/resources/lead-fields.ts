import type { Resource } from "../../contract/resource.ts";
import { readEach } from "../../kit/read-each.ts";
import { askSalesforce } from "../client.ts";
import { description, type Field, fieldSchema, knownField } from "../describe.ts";
import { sliceOf } from "../list-slice.ts";

const mostChoices = 12;

/** The fields of a lead that can be filled in when it is created. */
export const leadFields = {
  title: "Fields of a lead",
  scopes: ["api"],
  list: async (call, query) => {
    const { fields } = await askSalesforce(
      call,
      (connection) => connection.requestGet("/sobjects/Lead/describe"),
      description,
    );
    const reading = readEach(fields, knownField, (record) => {
      const field = fieldSchema.parse(record);
      return field.createable ? toItem(field) : null;
    });
    return sliceOf(reading, query);
  },
} satisfies Resource;

function toItem({ name, label, type, nillable, defaultedOnCreate, picklistValues }: Field) {
  const choices = picklistValues.filter(({ active }) => active).map(({ value }) => value);
  const more = choices.length > mostChoices ? ", …" : "";
  return {
    id: name,
    label: label || name,
    details: {
      name,
      ...(type ? { type } : {}),
      ...(!nillable && !defaultedOnCreate ? { required: "yes" } : {}),
      ...(choices.length > 0 ? { choices: `${choices.slice(0, mostChoices).join(", ")}${more}` } : {}),
    },
  };
}
