import {
  allOf,
  chosen,
  fail,
  field,
  fixed,
  guestEmail,
  hasEmail,
  isPresent,
  lastName,
  otherwise,
  row,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const loyaltyRecords: Recipe = {
  id: "loyalty-records",
  trades: ["hotel", "salon"],
  title: "Loyalty members in Salesforce",
  benefit: "Each member's record is found by their number and updated, or added where there is none.",
  eventType: "order.paid",
  condition: allOf(isPresent("customer.id"), hasEmail),
  roles: {
    number: {
      provider: "salesforce",
      title: "The field with the member's number",
      help: "An External ID field of your contacts. Your administrator can make one.",
      resource: "external-id-fields",
      suggestedName: "Loyalty Number",
    },
  },
  steps: [
    {
      key: "record",
      title: "Bring the member's record up to date",
      role: "number",
      action: "upsert-record",
      mapping: {
        object: fixed("Contact"),
        externalIdField: chosen("number"),
        externalId: field("customer.id", fail),
        fields: row(
          { kind: "object", fields: { field: fixed("LastName"), value: lastName(otherwise("Guest"), 80) } },
          { kind: "object", fields: { field: fixed("Email"), value: guestEmail(fail) } },
        ),
      },
    },
  ],
};
