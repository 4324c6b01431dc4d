import { z } from "zod";
import type { Asked } from "../../sandbox-kit/api.ts";
import type { SandboxReply, SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import { invalidInput, ok, readBody, refusal, requireScope, route } from "./answers.ts";

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
  const all = await listAll(store, `${objectType}-property`, propertySchema);
  return new Map(all.map((property) => [property.name, property]));
}

/** `contacts`, `contact` and `0-1` are one type: https://developers.hubspot.com/docs/guides/crm/understanding-the-crm */
export const typePattern = {
  contacts: "(?:contacts?|0-1)",
  deals: "(?:deals?|0-3)",
} as const satisfies Record<ObjectType, string>;

const maxUniqueProperties = 10;

/** The schema `PropertyCreate`, as far as this sandbox keeps it. */
const creation = z.strictObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  label: z.string().min(1),
  type: propertySchema.shape.type,
  fieldType: z.enum([
    "booleancheckbox",
    "checkbox",
    "date",
    "file",
    "html",
    "number",
    "phonenumber",
    "radio",
    "select",
    "text",
    "textarea",
  ]),
  groupName: z.string(),
  description: z.string().optional(),
  options: propertySchema.shape.options.optional(),
  displayOrder: z.number().optional(),
  hasUniqueValue: z.boolean().optional(),
  hidden: z.boolean().optional(),
  formField: z.boolean().optional(),
});
type Creation = z.infer<typeof creation>;

/** https://developers.hubspot.com/docs/api-reference/latest/crm/properties/guide */
export const propertyRoutes = objectTypes.flatMap((type) => {
  const path = `/crm/properties/2026-09/${typePattern[type]}`;
  // Whoever may read or write the records may read their fields.
  const readable = [`crm.schemas.${type}.read`, `crm.objects.${type}.read`, `crm.objects.${type}.write`];
  return [
    route("GET", path, async (asked) => {
      requireScope(asked, readable);
      return ok({ results: [...(await listProperties(asked.context.store, type)).values()] });
    }),
    route("GET", `${path}/(?<name>[^/]+)`, async (asked) => {
      requireScope(asked, readable);
      const name = asked.part("name");
      const property = (await listProperties(asked.context.store, type)).get(name);
      return property ? ok(property) : unknownProperty(name, type);
    }),
    route("POST", path, (asked) => create(asked, type), { scope: `crm.schemas.${type}.write` }),
  ];
});

async function create(asked: Asked, type: ObjectType): Promise<SandboxReply> {
  const body = readBody(asked, creation);
  const { store, now } = asked.context;
  const known = await listProperties(store, type);
  const unique = [...known.values()].filter((one) => one.hasUniqueValue && !one.hubspotDefined);
  if (body.hasUniqueValue && unique.length >= maxUniqueProperties) {
    return invalidInput(`Only ${maxUniqueProperties} unique properties are allowed for an object type.`);
  }
  const property = draw(body, now().toISOString());
  const isNew = await store.add(`${type}-property`, property.name, property);
  return isNew ? ok(property, 201) : nameTaken(property.name);
}

function draw(input: Creation, at: string): Property {
  return {
    description: "",
    options: [],
    displayOrder: -1,
    hasUniqueValue: false,
    hidden: false,
    formField: false,
    ...input,
    hubspotDefined: false,
    calculated: false,
    externalOptions: false,
    dataSensitivity: "non_sensitive",
    archived: false,
    createdAt: at,
    updatedAt: at,
    modificationMetadata: { archivable: true, readOnlyDefinition: false, readOnlyValue: false },
  };
}

function unknownProperty(name: string, type: ObjectType): SandboxReply {
  return refusal(404, "OBJECT_NOT_FOUND", `Unable to find property ${name} for object type ${type}`);
}

function nameTaken(name: string): SandboxReply {
  const message = `A property named '${name}' already exists.`;
  return refusal(409, "OBJECT_ALREADY_EXISTS", message, {
    subCategory: "Properties.PROPERTY_WITH_NAME_EXISTS",
  });
}
