import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { toLabel } from "#lib/to-label.ts";
import { schemaForm as t } from "#lib/words/en/screens/schema-form.ts";

/** One value to choose; values are texts, numbers or booleans. */
export interface Choice {
  value: string | number | boolean;
  label: string;
}

/** How a value is typed in. */
export type Shape =
  | {
      kind: "text";
      isMultiline: boolean;
      isSecret: boolean;
      format: "email" | "url" | "date" | null;
      /** The provider's resource to choose from. */
      resource: string | null;
      minLength: number;
      maxLength: number;
    }
  | { kind: "number"; isInteger: boolean; minimum: number; maximum: number }
  | { kind: "choice"; choices: readonly Choice[] }
  | { kind: "flag" }
  | { kind: "list"; item: Shape; minItems: number; maxItems: number }
  | { kind: "group"; fields: readonly FieldShape[] }
  /** A text, a number, true or false: typed as it is. */
  | { kind: "scalar" }
  /** What no control fits is typed as JSON. */
  | { kind: "json" };

/** One field of a form: its words, and how its value is typed in. */
export interface FieldShape {
  name: string;
  label: string;
  help: string | null;
  placeholder: string | null;
  isRequired: boolean;
  /** Sent as null where it is required and left empty. */
  isNullable: boolean;
  /** What stands in the field at first; undefined for nothing. */
  initial: unknown;
  shape: Shape;
}

const node = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  title: z.string().optional(),
  description: z.string().optional(),
  placeholder: z.string().optional(),
  secret: z.boolean().optional(),
  resource: z.string().optional(),
  multiline: z.boolean().optional(),
  default: z.unknown().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  required: z.array(z.string()).optional(),
  additionalProperties: z.unknown().optional(),
  format: z.string().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
});
type Node = z.output<typeof node>;

const nullNode = z.looseObject({ type: z.literal("null") });

/** The fields of a form, from the JSON Schema of an object; none where it has no properties. */
export function readFields(schema: unknown): FieldShape[] {
  const { data } = node.safeParse(schema);
  return data?.properties ? fieldsOfObject(data) : [];
}

function fieldsOfObject({ properties = {}, required = [] }: Node): FieldShape[] {
  return Object.entries(properties).map(([name, schema]) => toField(name, schema, required.includes(name)));
}

function toField(name: string, schema: unknown, isRequired: boolean): FieldShape {
  const { data } = node.safeParse(schema);
  const inner = withoutNull(schema);
  const shape = toShape(inner ?? schema);
  const isUndecided = shape.kind === "flag" && !isRequired && data?.default === undefined;
  return {
    name,
    label: data?.title ?? toLabel(name),
    help: data?.description ?? null,
    placeholder: data?.placeholder ?? null,
    isRequired,
    isNullable: inner !== null || (shape.kind === "scalar" && listTypes(data).includes("null")),
    initial: data?.default,
    shape: isUndecided ? { kind: "choice", choices: yesAndNo() } : shape,
  };
}

const yesAndNo = (): readonly Choice[] => [
  { value: true, label: t("yes_and_no_yes") },
  { value: false, label: t("yes_and_no_no") },
];

/** The other half of "this or null"; null where the schema is not of that form. */
function withoutNull(schema: unknown): unknown {
  const { data } = node.safeParse(schema);
  if (Array.isArray(data?.type)) {
    const [type, ...more] = data.type.filter((name) => name !== "null");
    return more.length === 0 && data.type.includes("null") ? { ...data, type } : null;
  }
  if (data?.anyOf?.length !== 2) return null;
  const others = data.anyOf.filter((choice) => !nullNode.safeParse(choice).success);
  return others.length === 1 ? others[0] : null;
}

/** How a value of a JSON Schema is typed in. */
function toShape(schema: unknown): Shape {
  const { data } = node.safeParse(schema);
  if (!data) return { kind: "json" };
  const choices = readChoices(data);
  if (choices) return { kind: "choice", choices };
  switch (data.type) {
    case "string":
      return textShape(data);
    case "integer":
    case "number":
      return {
        kind: "number",
        isInteger: data.type === "integer",
        minimum: data.minimum ?? Number.NEGATIVE_INFINITY,
        maximum: data.maximum ?? Number.POSITIVE_INFINITY,
      };
    case "boolean":
      return { kind: "flag" };
    case "array":
      return listShape(data);
    case "object":
      return hasOnlyKnownFields(data) ? { kind: "group", fields: fieldsOfObject(data) } : { kind: "json" };
    default:
      return { kind: isScalar(data) ? "scalar" : "json" };
  }
}

const scalarTypes: ReadonlySet<string> = new Set(["string", "number", "integer", "boolean", "null"]);

/** Whether a text or one of some other simple values is wanted. */
function isScalar(data: Node): boolean {
  const types = listTypes(data);
  return types.includes("string") && types.every((type) => scalarTypes.has(type));
}

/** The types between which a schema leaves the choice; "" for what is no plain type. */
function listTypes(data: Node | undefined): string[] {
  if (Array.isArray(data?.type)) return data.type;
  return (data?.anyOf ?? []).map((choice) => {
    const type = node.safeParse(choice).data?.type;
    return typeof type === "string" ? type : "";
  });
}

function textShape(data: Node): Shape {
  return {
    kind: "text",
    isMultiline: data.multiline ?? false,
    isSecret: data.secret ?? false,
    format: lookUp(formats, data.format ?? "") ?? null,
    resource: data.resource ?? null,
    minLength: data.minLength ?? 0,
    maxLength: data.maxLength ?? Number.POSITIVE_INFINITY,
  };
}

const formats: Readonly<Record<string, "email" | "url" | "date">> = {
  email: "email",
  uri: "url",
  date: "date",
};

function listShape(data: Node): Shape {
  if (data.items === undefined) return { kind: "json" };
  const item = toShape(withResource(data.items, data.resource));
  // A list whose items would be JSON each is easier to write as one piece.
  if (item.kind === "json" || item.kind === "list") return { kind: "json" };
  return {
    kind: "list",
    item,
    minItems: data.minItems ?? 0,
    maxItems: data.maxItems ?? Number.POSITIVE_INFINITY,
  };
}

/** A list may name the resource that its items are chosen from. */
function withResource(items: unknown, resource: string | undefined): unknown {
  const { data } = node.safeParse(items);
  return data && resource !== undefined && data.resource === undefined ? { ...data, resource } : items;
}

function readChoices(data: Node): Choice[] | null {
  const values = data.enum ?? (data.const === undefined ? undefined : [data.const]);
  if (!values) return null;
  const choices = values.flatMap((value): Choice[] => {
    if (typeof value === "string") return [{ value, label: value }];
    if (typeof value === "number" || typeof value === "boolean") return [{ value, label: String(value) }];
    return [];
  });
  return choices.length === values.length ? choices : null;
}

/** Fields beyond the named ones could not be drawn, and would be lost. */
function hasOnlyKnownFields({ properties, additionalProperties }: Node): boolean {
  return properties !== undefined && (additionalProperties === undefined || additionalProperties === false);
}
