import { z } from "zod";
import type { VendorSchema } from "#lib/providers/testing/vendor-schema.ts";

/** The parts of an OpenAPI description (3.0 or 3.1) that may be referred to. */
export type Components = Readonly<Record<string, unknown>>;

/** Whether a member that the vendor does not require is kept: whether our code has its name. */
export type IsUsed = (name: string) => boolean;

const count = z.int().nonnegative().optional().catch(undefined);
const bound = z.number().optional().catch(undefined);

const described = z.looseObject({
  type: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  nullable: z.boolean().optional().catch(undefined),
  enum: z.array(z.unknown()).optional().catch(undefined),
  const: z.unknown().optional(),
  required: z.array(z.string()).catch([]),
  properties: z.record(z.string(), z.unknown()).optional().catch(undefined),
  additionalProperties: z.unknown().optional(),
  items: z.unknown().optional(),
  allOf: z.array(z.unknown()).catch([]),
  anyOf: z.array(z.unknown()).catch([]),
  oneOf: z.array(z.unknown()).catch([]),
  pattern: z.string().optional().catch(undefined),
  minLength: count,
  maxLength: count,
  minimum: bound,
  maximum: bound,
  format: z.string().optional().catch(undefined),
});
type Described = z.output<typeof described>;

/**
 * A schema of an OpenAPI description in the few words of our contracts. What a schema says of itself again, further
 * down, may be anything there.
 */
export function readSchema(
  schema: unknown,
  api: { components: Components; isUsed: IsUsed },
  within: readonly string[] = [],
): VendorSchema {
  const ref = refIn(schema);
  if (ref !== null) {
    return within.includes(ref) ? {} : readSchema(findRef(ref, api.components), api, [...within, ref]);
  }
  const read = described.safeParse(schema);
  if (!read.success) return {};
  const inner = (part: unknown) => readSchema(part, api, within);
  const parts = read.data.allOf.map(inner);
  const own = readOwn(read.data, inner, api.isUsed);
  return parts.length > 0 ? merged([...parts, own]) : own;
}

function readOwn(schema: Described, inner: (part: unknown) => VendorSchema, isUsed: IsUsed): VendorSchema {
  const choices = [...schema.anyOf, ...schema.oneOf];
  if (choices.length > 0) return { ...readNullable(schema), anyOf: choices.map(inner) };
  const { pattern, minLength, maxLength, minimum, maximum, format } = schema;
  const values = readValues(schema);
  return withoutGaps({
    ...readType(schema, values),
    ...readNullable(schema),
    enum: values,
    ...readMembers(schema, inner, isUsed),
    items: schema.items === undefined ? undefined : inner(schema.items),
    ...{ pattern, minLength, maxLength, minimum, maximum },
    format: format === "date-time" || format === "uuid" ? format : undefined,
  });
}

function readType(
  { type, properties, items }: Described,
  values: VendorSchema["enum"],
): Pick<VendorSchema, "type"> {
  const named = [type ?? []].flat().filter((name) => name !== "null");
  const [first, ...others] = named;
  if (first !== undefined) return { type: others.length > 0 ? named : first };
  if (properties) return { type: "object" };
  if (items !== undefined) return { type: "array" };
  return typeof values?.[0] === "string" ? { type: "string" } : {};
}

function readNullable({ nullable, type, enum: values = [] }: Described): Pick<VendorSchema, "nullable"> {
  return nullable || [type].flat().includes("null") || values.includes(null) ? { nullable: true } : {};
}

const scalar = z.union([z.string(), z.number(), z.boolean()]);

function readValues({ enum: values = [], const: only }: Described): VendorSchema["enum"] {
  const known = [...values, only].flatMap((value) => scalar.safeParse(value).data ?? []);
  return known.length > 0 ? known : undefined;
}

/** An object of which the description names no members may have any. */
function readMembers(
  schema: Described,
  inner: (part: unknown) => VendorSchema,
  isUsed: IsUsed,
): Pick<VendorSchema, "properties" | "required" | "others"> {
  const { properties, required, additionalProperties } = schema;
  const isObject = [schema.type].flat().includes("object");
  if (!properties && !isObject) return {};
  const kept = Object.entries(properties ?? {}).filter(([name]) => required.includes(name) || isUsed(name));
  const isOpen = additionalProperties === true || (additionalProperties === undefined && !properties);
  const others = isOpen ? {} : openedBy(additionalProperties, inner);
  return {
    required: required.length > 0 ? required : undefined,
    properties:
      kept.length > 0 ? Object.fromEntries(kept.map(([name, part]) => [name, inner(part)])) : undefined,
    others,
  };
}

function openedBy(more: unknown, inner: (part: unknown) => VendorSchema): VendorSchema | undefined {
  return typeof more === "object" && more !== null ? inner(more) : undefined;
}

/** What all parts say together. */
function merged(parts: readonly VendorSchema[]): VendorSchema {
  const required = [...new Set(parts.flatMap((part) => part.required ?? []))];
  const properties = Object.assign({}, ...parts.map((part) => part.properties));
  return withoutGaps({
    ...Object.assign({}, ...parts),
    required: required.length > 0 ? required : undefined,
    properties: Object.keys(properties).length > 0 ? properties : undefined,
  });
}

function withoutGaps(schema: VendorSchema): VendorSchema {
  return Object.fromEntries(Object.entries(schema).filter(([, value]) => value !== undefined));
}

/** Where a value only says where it stands: `{ "$ref": "#/components/schemas/List" }`. */
export function refIn(value: unknown): string | null {
  return z.looseObject({ $ref: z.string() }).safeParse(value).data?.$ref ?? null;
}

/** @throws where the description does not have what it refers to */
export function findRef(ref: string, components: Components): unknown {
  const path = ref.replace(/^#\/components\//, "").split("/");
  const found = path.reduce<unknown>(
    (part, name) => z.record(z.string(), z.unknown()).safeParse(part).data?.[name],
    components,
  );
  if (found === undefined) throw new Error(`The description has no ${ref}.`);
  return found;
}
