import { z } from "zod";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { ownAt } from "#lib/automations/mapping/own-at.ts";
import { findMeaning } from "./meaning.ts";
import { type Shape, type ShapeField, shapeOfType, type ValueType } from "./shape.ts";

const count = z.number().optional().catch(undefined);
const words = z.string().optional().catch(undefined);

/** What of JSON Schema 2020-12 says something here; a keyword of another form is passed over. */
const nodeSchema = z.object({
  type: z
    .union([z.string(), z.array(z.string())])
    .optional()
    .catch(undefined),
  title: words,
  description: words,
  format: words,
  pattern: words,
  resource: words,
  isPositional: z.boolean().optional().catch(undefined),
  enum: z.array(z.json()).optional().catch(undefined),
  const: z.json().optional().catch(undefined),
  default: z.json().optional().catch(undefined),
  minLength: count,
  maxLength: count,
  minItems: count,
  maxItems: count,
  required: z.array(z.string()).optional().catch(undefined),
  additionalProperties: z.unknown().optional(),
  get properties() {
    return z.record(z.string(), nodeSchema).optional();
  },
  get items() {
    return nodeSchema.optional();
  },
  get anyOf() {
    return z.array(nodeSchema).optional();
  },
});
type Node = z.infer<typeof nodeSchema>;
type Place = { name: string; parent: string | null; example: unknown };

/**
 * A JSON Schema as mappings see it. What cannot be read is `any`.
 * @param example of the whole, from which each field takes its own
 */
export function shapeOfJsonSchema(schema: unknown, example?: unknown): Shape {
  const node = nodeSchema.safeParse(schema);
  if (!node.success) return shapeOfType("any");
  return shapeOfNode(node.data, { name: "", parent: null, example });
}

function shapeOfNode(node: Node, place: Place): Shape {
  const anyOf = node.anyOf ?? [];
  const choices = anyOf.filter((choice) => choice.type !== "null");
  const isNullable =
    choices.length < anyOf.length || (Array.isArray(node.type) && node.type.includes("null"));
  const [only] = choices;
  if (only !== undefined && choices.length === 1) {
    const { title = only.title, description = only.description, resource = only.resource } = node;
    return { ...shapeOfNode({ ...only, title, description, resource }, place), isNullable };
  }
  const inside = readInside(node, place);
  const type = choices.length > 1 ? "any" : readType(node, inside);
  return shapeOfType(type, {
    ...inside,
    title: node.title ?? null,
    description: node.description ?? null,
    meaning: findMeaning({
      name: place.name,
      parent: place.parent,
      type,
      format: node.format ?? null,
      words: `${node.title ?? ""} ${node.description ?? ""}`,
    }),
    isNullable,
    values: node.enum ?? (node.const === undefined ? null : [node.const]),
    minLength: node.minLength ?? 0,
    maxLength: node.maxLength ?? null,
    pattern: node.pattern ?? null,
    example: readExample(place.example),
    resource: node.resource ?? null,
    minItems: node.minItems ?? 0,
    maxItems: node.maxItems ?? null,
    isPositional: node.isPositional ?? false,
    oneOf: choices.length > 1 ? choices.map((choice) => shapeOfNode(choice, place)) : [],
  });
}

type Inside = Pick<Shape, "fields" | "item" | "isOpen">;

function readInside(node: Node, { name, example }: Place): Inside {
  const fields = Object.entries(node.properties ?? {}).map(([field, inner]): [string, ShapeField] => {
    const shape = shapeOfNode(inner, { name: field, parent: name, example: ownAt(example, [field]) });
    return [field, { shape, isRequired: node.required?.includes(field) ?? false }];
  });
  const first = ownAt(example, [0]);
  // What is in a list is named after the list: `sku` within `lines`.
  const item = node.items && shapeOfNode(node.items, { name, parent: null, example: first });
  const isOpen = isOfType(node, "object") && node.additionalProperties !== false;
  return { fields: Object.fromEntries(fields), item: item ?? null, isOpen };
}

function readType(node: Node, { fields, item }: Inside): ValueType {
  if (isOfType(node, "string")) {
    if (node.format === "date") return "date";
    return node.format === "date-time" ? "instant" : "text";
  }
  if (isOfType(node, "integer")) return "integer";
  if (isOfType(node, "number")) return "number";
  if (isOfType(node, "boolean")) return "boolean";
  if (isOfType(node, "object")) {
    const { amount, currency } = fields;
    return amount?.shape.type === "integer" && currency?.shape.type === "text" && isSmall(fields)
      ? "money"
      : "object";
  }
  if (!isOfType(node, "array")) return "any";
  const { name, quantity } = item?.fields ?? {};
  const isCounted = quantity?.shape.type === "integer" || quantity?.shape.type === "number";
  return name?.shape.type === "text" && isCounted ? "lines" : "list";
}

function isSmall(fields: Shape["fields"]): boolean {
  return Object.keys(fields).length === 2;
}

function isOfType({ type }: Node, name: string): boolean {
  return type === name || (Array.isArray(type) && type.includes(name));
}

function readExample(example: unknown): Json | null {
  const read = z.json().safeParse(example);
  return read.success ? read.data : null;
}
