import { z } from "zod";
import { flag, hint, id, list, listOfReadable, optionalFlag, text } from "../kit/lenient.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_sobject_describe.htm */
export const description = z.looseObject({ name: hint, label: hint, fields: list });

/** One of its fields. Those that decide whether it is offered must be there. */
export const fieldSchema = z.looseObject({
  name: id,
  label: hint,
  type: hint,
  createable: flag,
  nillable: optionalFlag,
  defaultedOnCreate: optionalFlag,
  externalId: flag,
  unique: optionalFlag,
  picklistValues: listOfReadable(z.looseObject({ value: text, active: flag })),
});
export type Field = z.output<typeof fieldSchema>;

export const knownField = { id: "name", label: "label" };
