import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { Resource } from "../../resource.ts";
import { apiVersion } from "../api.ts";
import { askHubSpot } from "../client.ts";
import { pageOf } from "./page-of.ts";

const answer = z.looseObject({
  results: z.array(
    z.looseObject({
      name: z.string().min(1),
      label: z.string(),
      type: z.string(),
      hidden: z.boolean().optional(),
      calculated: z.boolean().optional(),
      options: z.array(z.looseObject({ value: z.string(), hidden: z.boolean().optional() })).optional(),
      modificationMetadata: z.looseObject({ readOnlyValue: z.boolean().optional() }).optional(),
    }),
  ),
});
type Property = z.infer<typeof answer>["results"][number];

const shownOptions = 20;

export const contactProperties = fieldsOf("contacts", "Fields of contacts", "crm.objects.contacts.read");
export const dealProperties = fieldsOf("deals", "Fields of deals", "crm.objects.deals.read");

/**
 * The fields that can be written, HubSpot's own and the merchant's; by their internal names.
 * https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide
 */
function fieldsOf(objectType: "contacts" | "deals", title: string, scope: string): Resource {
  return {
    title,
    scopes: [scope],
    list: async (call, query) => {
      const path = `/crm/properties/${apiVersion}/${objectType}`;
      const { results } = await askHubSpot(call, { method: "GET", path, what: "field" }, answer);
      const items = results
        .filter(isWritable)
        .toSorted((a, b) => a.label.localeCompare(b.label))
        .map((property) => ({
          id: property.name,
          label: property.label || property.name,
          details: {
            name: property.name,
            type: lookUp(kinds, property.type) ?? property.type,
            ...optionsOf(property),
          },
        }));
      return pageOf(items, query);
    },
  };
}

function isWritable({ hidden, calculated, modificationMetadata }: Property): boolean {
  return !hidden && !calculated && !modificationMetadata?.readOnlyValue;
}

function optionsOf({ options = [] }: Property): Record<string, string> {
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
