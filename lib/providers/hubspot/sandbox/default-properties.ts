import type { Property } from "./properties.ts";

type Sketch = {
  name: string;
  label: string;
  type?: Property["type"];
  fieldType?: string;
  options?: readonly (readonly [value: string, label: string])[];
  is?: "unique" | "read_only" | "own";
};

const madeAt = "2025-11-03T09:00:00.000Z";

/** Some of https://knowledge.hubspot.com/properties/hubspots-default-contact-properties, and one of the restaurant's own. */
const contactSketches: readonly Sketch[] = [
  { name: "email", label: "Email", is: "unique" },
  { name: "firstname", label: "First Name" },
  { name: "lastname", label: "Last Name" },
  { name: "phone", label: "Phone Number", type: "phone_number", fieldType: "phonenumber" },
  { name: "company", label: "Company Name" },
  { name: "jobtitle", label: "Job Title" },
  { name: "address", label: "Street Address" },
  { name: "city", label: "City" },
  { name: "zip", label: "Postal Code" },
  { name: "country", label: "Country/Region" },
  { name: "website", label: "Website URL" },
  {
    name: "lifecyclestage",
    label: "Lifecycle Stage",
    type: "enumeration",
    fieldType: "radio",
    options: [
      ["subscriber", "Subscriber"],
      ["lead", "Lead"],
      ["opportunity", "Opportunity"],
      ["customer", "Customer"],
      ["evangelist", "Evangelist"],
      ["other", "Other"],
    ],
  },
  {
    name: "favourite_table",
    label: "Favourite table",
    type: "enumeration",
    fieldType: "select",
    options: [
      ["window", "Window"],
      ["terrace", "Terrace"],
      ["bar", "Bar"],
    ],
    is: "own",
  },
  { name: "createdate", label: "Create Date", type: "datetime", fieldType: "date", is: "read_only" },
  {
    name: "lastmodifieddate",
    label: "Last Modified Date",
    type: "datetime",
    fieldType: "date",
    is: "read_only",
  },
  { name: "hs_object_id", label: "Record ID", type: "number", fieldType: "number", is: "read_only" },
];

/** Some of https://knowledge.hubspot.com/properties/hubspots-default-deal-properties */
const dealSketches: readonly Sketch[] = [
  { name: "dealname", label: "Deal Name" },
  { name: "pipeline", label: "Pipeline", type: "enumeration", fieldType: "select" },
  { name: "dealstage", label: "Deal Stage", type: "enumeration", fieldType: "radio" },
  { name: "amount", label: "Amount", type: "number", fieldType: "number" },
  {
    name: "deal_currency_code",
    label: "Currency",
    type: "enumeration",
    fieldType: "select",
    options: [
      ["EUR", "EUR"],
      ["GBP", "GBP"],
    ],
  },
  { name: "closedate", label: "Close Date", type: "datetime", fieldType: "date" },
  { name: "description", label: "Deal Description", fieldType: "textarea" },
  {
    name: "dealtype",
    label: "Deal Type",
    type: "enumeration",
    fieldType: "radio",
    options: [
      ["newbusiness", "New Business"],
      ["existingbusiness", "Existing Business"],
    ],
  },
  {
    name: "hs_priority",
    label: "Priority",
    type: "enumeration",
    fieldType: "select",
    options: [
      ["low", "Low"],
      ["medium", "Medium"],
      ["high", "High"],
    ],
  },
  { name: "guests", label: "Number of guests", type: "number", fieldType: "number", is: "own" },
  { name: "createdate", label: "Create Date", type: "datetime", fieldType: "date", is: "read_only" },
  {
    name: "hs_lastmodifieddate",
    label: "Last Modified Date",
    type: "datetime",
    fieldType: "date",
    is: "read_only",
  },
  { name: "hs_object_id", label: "Record ID", type: "number", fieldType: "number", is: "read_only" },
];

export const defaultProperties = {
  contacts: contactSketches.map((sketch) => draw(sketch, "contactinformation")),
  deals: dealSketches.map((sketch) => draw(sketch, "dealinformation")),
};

function draw(
  { name, label, type = "string", fieldType = "text", options = [], is }: Sketch,
  groupName: string,
) {
  return {
    name,
    label,
    type,
    fieldType,
    groupName,
    description: "",
    options: options.map(([value, title], displayOrder) => ({
      value,
      label: title,
      displayOrder,
      hidden: false,
    })),
    displayOrder: -1,
    hasUniqueValue: is === "unique",
    hidden: false,
    hubspotDefined: is !== "own",
    calculated: false,
    externalOptions: false,
    formField: is !== "read_only",
    dataSensitivity: "non_sensitive",
    archived: false,
    createdAt: madeAt,
    updatedAt: madeAt,
    modificationMetadata: {
      archivable: is === "own",
      readOnlyDefinition: is !== "own",
      readOnlyValue: is === "read_only",
    },
  } satisfies Property;
}
