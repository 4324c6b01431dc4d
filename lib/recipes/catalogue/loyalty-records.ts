import { recipeTexts as t } from "#lib/words/en/definitions/recipe-texts.ts";
import {
  allOf,
  chosen,
  fail,
  field,
  guestEmail,
  hasEmail,
  isPresent,
  lastName,
  otherwise,
  ownName,
  row,
} from "../parts.ts";
import type { Recipe } from "../recipe.ts";

export const loyaltyRecords = (): Recipe => ({
  id: "loyalty-records",
  trades: ["hotel", "salon"],
  title: t("loyalty_records_title"),
  benefit: t("loyalty_records_benefit"),
  eventType: "order.paid",
  condition: allOf(isPresent("customer.id"), hasEmail),
  roles: {
    number: {
      provider: "salesforce",
      title: t("loyalty_records_number_title"),
      help: t("loyalty_records_number_help"),
      resource: "external-id-fields",
      suggestedName: t("loyalty_records_number_suggested_name"),
    },
  },
  steps: [
    {
      key: "record",
      title: t("loyalty_records_record_title"),
      role: "number",
      action: "upsert-record",
      mapping: {
        object: ownName("Contact"),
        externalIdField: chosen("number"),
        externalId: field("customer.id", fail),
        fields: row(
          {
            kind: "object",
            fields: {
              field: ownName("LastName"),
              value: lastName(otherwise(t("loyalty_records_record_last_name_otherwise")), 80),
            },
          },
          { kind: "object", fields: { field: ownName("Email"), value: guestEmail(fail) } },
        ),
      },
    },
  ],
});
