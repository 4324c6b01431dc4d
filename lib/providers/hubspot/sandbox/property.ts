import { z } from "zod";
import type { SandboxStore } from "../../sandbox-kit/contract.ts";

export const objectTypes = ["contacts", "deals"] as const;
export type ObjectType = (typeof objectTypes)[number];

const optionSchema = z.strictObject({
  label: z.string(),
  value: z.string(),
  displayOrder: z.number(),
  hidden: z.boolean(),
});

/** The schema `Property` of HubSpot's description of crm/properties/2026-09. */
export const propertySchema = z.strictObject({
  name: z.string(),
  label: z.string(),
  type: z.enum(["bool", "date", "datetime", "enumeration", "number", "phone_number", "string"]),
  fieldType: z.string(),
  groupName: z.string(),
  description: z.string(),
  options: z.array(optionSchema),
  displayOrder: z.number(),
  hasUniqueValue: z.boolean(),
  hidden: z.boolean(),
  hubspotDefined: z.boolean(),
  calculated: z.boolean(),
  externalOptions: z.boolean(),
  formField: z.boolean(),
  dataSensitivity: z.literal("non_sensitive"),
  archived: z.boolean(),
  createdAt: z.string(),
  updatedAt: z.string(),
  modificationMetadata: z.strictObject({
    archivable: z.boolean(),
    readOnlyDefinition: z.boolean(),
    readOnlyValue: z.boolean(),
  }),
});
export type Property = z.infer<typeof propertySchema>;

/** By name. */
export async function listProperties(
  store: SandboxStore,
  objectType: ObjectType,
): Promise<Map<string, Property>> {
  const all = await store.list(`${objectType}-property`, propertySchema);
  return new Map(all.map(({ data }) => [data.name, data]));
}

/** `contacts`, `contact` and `0-1` are one type: https://developers.hubspot.com/docs/guides/crm/understanding-the-crm */
export const typePattern = {
  contacts: "(?:contacts?|0-1)",
  deals: "(?:deals?|0-3)",
} as const satisfies Record<ObjectType, string>;
