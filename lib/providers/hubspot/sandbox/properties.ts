import { z } from "zod";
import type { SandboxDesk, SandboxReply, SandboxRequest, SandboxRoute } from "../../sandbox-kit/contract.ts";
import { invalidInput, ok, refusal, scopeRefusal } from "./answers.ts";
import {
  listProperties,
  type ObjectType,
  objectTypes,
  type Property,
  propertySchema,
  typePattern,
} from "./property.ts";

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
export const propertyRoutes: readonly SandboxRoute[] = objectTypes.flatMap((objectType) => [
  {
    methods: ["GET"],
    match: new RegExp(`^api\\.hubapi\\.com/crm/properties/2026-09/${typePattern[objectType]}$`),
    access: "api",
    handle: async (_request, desk) => {
      const results = [...(await listProperties(desk.store, objectType)).values()];
      return readRefusal(desk, objectType) ?? ok({ results });
    },
  },
  {
    methods: ["GET"],
    match: new RegExp(
      `^api\\.hubapi\\.com/crm/properties/2026-09/${typePattern[objectType]}/(?<name>[^/]+)$`,
    ),
    access: "api",
    handle: async (_request, desk, { name = "" }) => {
      const property = (await listProperties(desk.store, objectType)).get(name);
      return readRefusal(desk, objectType) ?? (property ? ok(property) : unknownProperty(name, objectType));
    },
  },
  {
    methods: ["POST"],
    match: new RegExp(`^api\\.hubapi\\.com/crm/properties/2026-09/${typePattern[objectType]}$`),
    access: "api",
    scope: `crm.schemas.${objectType}.write`,
    handle: (request, desk) => create(request, desk, objectType),
  },
]);

/** Whoever may read or write the records may read their fields. */
function readRefusal(desk: SandboxDesk, type: ObjectType): SandboxReply | null {
  return scopeRefusal(desk, [
    `crm.schemas.${type}.read`,
    `crm.objects.${type}.read`,
    `crm.objects.${type}.write`,
  ]);
}

async function create(request: SandboxRequest, desk: SandboxDesk, type: ObjectType): Promise<SandboxReply> {
  const given = creation.safeParse(request.json);
  if (!given.success) return invalidInput(`Invalid input JSON: ${z.prettifyError(given.error)}`);
  const { store } = desk;
  const known = await listProperties(store, type);
  const unique = [...known.values()].filter((one) => one.hasUniqueValue && !one.hubspotDefined);
  if (given.data.hasUniqueValue && unique.length >= maxUniqueProperties) {
    return invalidInput(`Only ${maxUniqueProperties} unique properties are allowed for an object type.`);
  }
  const property = draw(given.data, desk.now().toISOString());
  const isNew = await store.add(`${type}-property`, property.name, property);
  return isNew ? ok(property, 201) : nameTaken(property.name);
}

function draw(given: Creation, at: string): Property {
  return {
    description: "",
    options: [],
    displayOrder: -1,
    hasUniqueValue: false,
    hidden: false,
    formField: false,
    ...given,
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
