import { z } from "zod";

/**
 * What a vendor says of a value: the few words of JSON Schema that our contracts need. `npm run vendor:contract` makes
 * them of an OpenAPI description. An object has no other members than those that are named; without a type anything is
 * right, so that `enum` needs one.
 */
export type VendorSchema = {
  type?: string | string[] | undefined;
  nullable?: boolean | undefined;
  enum?: (string | number | boolean)[] | undefined;
  required?: string[] | undefined;
  properties?: Record<string, VendorSchema> | undefined;
  /** Of members that are not named. Left out: there are none. */
  others?: VendorSchema | undefined;
  items?: VendorSchema | undefined;
  anyOf?: VendorSchema[] | undefined;
  pattern?: string | undefined;
  minLength?: number | undefined;
  maxLength?: number | undefined;
  minimum?: number | undefined;
  maximum?: number | undefined;
  format?: string | undefined;
};

const count = z.int().optional();

export const vendorSchema: z.ZodType<VendorSchema> = z.strictObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  nullable: z.boolean().optional(),
  enum: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  required: z.array(z.string()).optional(),
  properties: z.lazy(() => z.record(z.string(), vendorSchema)).optional(),
  others: z.lazy(() => vendorSchema).optional(),
  items: z.lazy(() => vendorSchema).optional(),
  anyOf: z.lazy(() => z.array(vendorSchema)).optional(),
  pattern: z.string().optional(),
  minLength: count,
  maxLength: count,
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  format: z.enum(["date-time", "uuid"]).optional(),
});

type Check = { path: string; isText: boolean };

/**
 * What is wrong with a value, a sentence each.
 * @param isText whether its scalars came as text, in a query or a form
 */
export function findProblems(schema: VendorSchema, value: unknown, { path, isText }: Check): string[] {
  if (value === null && schema.nullable) return [];
  if (schema.anyOf) return problemsOfBest(schema.anyOf, value, { path, isText });
  // A schema without a type says that there is a value, and no more.
  if (schema.type === undefined) return [];
  const type = typeIn(schema, value, isText);
  if (type === null) return [`${path} is ${getType(value)}, not ${[schema.type].flat().join(" or ")}`];
  const problems = problemsOfScalar(schema, value).map((problem) => `${path} ${problem}`);
  if (Array.isArray(value)) {
    const { items } = schema;
    if (!items) return problems;
    return [
      ...problems,
      ...value.flatMap((item) => findProblems(items, item, { path: `${path}[]`, isText })),
    ];
  }
  return typeof value === "object" && value !== null
    ? [...problems, ...problemsOfMembers(schema, value, { path, isText })]
    : problems;
}

function problemsOfBest(schemas: readonly VendorSchema[], value: unknown, check: Check): string[] {
  const [best = []] = schemas
    .map((schema) => findProblems(schema, value, check))
    .toSorted((one, other) => one.length - other.length);
  return best;
}

function problemsOfMembers(schema: VendorSchema, value: object, { path, isText }: Check): string[] {
  const { properties = {}, others, required = [] } = schema;
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  const members = Object.entries(value).flatMap(([name, member]) => {
    const known = Object.hasOwn(properties, name) ? properties[name] : others;
    const at = `${path}.${name}`;
    return known ? findProblems(known, member, { path: at, isText }) : [`${at} is not known to the vendor`];
  });
  return [...missing.map((name) => `${path} lacks ${name}`), ...members];
}

function problemsOfScalar(schema: VendorSchema, value: unknown): string[] {
  const problems: string[] = [];
  if (schema.enum && !schema.enum.some((known) => String(known) === String(value))) {
    problems.push(`is ${JSON.stringify(value)}, not one of ${schema.enum.join(", ")}`);
  }
  if (typeof value === "string") {
    if (schema.pattern !== undefined && !new RegExp(schema.pattern).test(value)) {
      problems.push(`${JSON.stringify(value)} does not match ${schema.pattern}`);
    }
    const { minLength = 0, maxLength = Number.POSITIVE_INFINITY } = schema;
    if (value.length < minLength || value.length > maxLength) problems.push(`has ${value.length} characters`);
    if (schema.format && !formats[schema.format]?.test(value)) {
      problems.push(`${JSON.stringify(value)} is no ${schema.format}`);
    }
  }
  const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = schema;
  if (typeof value === "number" && (value < minimum || value > maximum))
    problems.push(`${value} is out of bounds`);
  return problems;
}

const formats: Readonly<Record<string, RegExp>> = {
  "date-time": /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

/** The type that a value has of those that a schema allows; null = none of them. */
function typeIn({ type }: VendorSchema, value: unknown, isText: boolean): string | null {
  const own = getType(value);
  const allowed = [type ?? own].flat();
  if (allowed.includes(own)) return own;
  if (own === "integer" && allowed.includes("number")) return own;
  if (!isText || typeof value !== "string") return null;
  return allowed.find((name) => Boolean(texts[name]?.test(value))) ?? null;
}

const texts: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d+$/,
  number: /^-?\d+(?:\.\d+)?$/,
  boolean: /^(?:true|false)$/,
};

function getType(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
