import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { hint, id, list, listOfReadable, optionalFlag, optionalObject, text } from "../../kit/lenient.ts";
import { readEach } from "../../kit/read-each.ts";
import { pageOfWhole } from "../../kit/whole-list.ts";
import { apiVersion } from "../auth.ts";
import { api } from "../client.ts";

const answer = z.looseObject({ results: list });
const propertySchema = z.looseObject({
  name: id,
  label: hint,
  type: hint,
  hidden: optionalFlag,
  calculated: optionalFlag,
  options: listOfReadable(z.looseObject({ value: text, hidden: optionalFlag })),
  modificationMetadata: optionalObject({ readOnlyValue: optionalFlag }),
});
type Property = z.output<typeof propertySchema>;

const shownOptions = 20;

export const contactProperties = createFieldResource(
  "contacts",
  "Fields of contacts",
  "crm.objects.contacts.read",
);
export const dealProperties = createFieldResource("deals", "Fields of deals", "crm.objects.deals.read");

/**
 * The fields that can be written, HubSpot's own and the merchant's; by their internal names.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
 */
function createFieldResource(objectType: "contacts" | "deals", title: string, scope: string): Resource {
  return {
    title,
    scopes: [scope],
    list: async (call, query) => {
      const path = `/crm/properties/${apiVersion}/${objectType}`;
      const { results } = await api.ask(call, { method: "GET", path, what: "field" }, answer);
      const { items, unread } = readEach(results, { id: "name", label: "label" }, (record) => {
        const property = propertySchema.parse(record);
        return isWritable(property) ? toItem(property) : null;
      });
      const sorted = items.toSorted((a, b) => a.label.localeCompare(b.label));
      return pageOfWhole({ items: sorted, unread }, query);
    },
  };
}

function toItem(property: Property): ResourceItem {
  const { name, label, type } = property;
  return {
    id: name,
    label: label || name,
    details: { name, ...(type ? { type: lookUp(kinds, type) ?? type } : {}), ...toOptions(property) },
  };
}

function isWritable({ hidden, calculated, modificationMetadata }: Property): boolean {
  return !hidden && !calculated && !modificationMetadata?.readOnlyValue;
}

function toOptions({ options }: Property): Record<string, string> {
  const values = options.filter(({ hidden }) => !hidden).map(({ value }) => value);
  if (values.length === 0) return {};
  const cut = values.slice(0, shownOptions).join(", ");
  return { options: values.length > shownOptions ? `${cut}, …` : cut };
}

/** https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide#property-type-and-fieldtype-values */
const kinds: Readonly<Record<string, string>> = {
  bool: "true or false",
  date: "day",
  datetime: "date and time",
  enumeration: "one of its options",
  number: "number",
  phone_number: "phone number",
  string: "text",
};
