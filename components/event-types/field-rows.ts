import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import { eventTypes as t } from "#lib/words/en/screens/event-types.ts";
import { listText } from "#lib/words/texts/list-text.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

/** One field of an event's data, for a person to read. */
export interface FieldRow {
  /** Such as `customer.email`, or `lines[].sku` for each entry of a list. */
  path: string;
  /** `string`, `integer`, `array of object`; with `or null` where null is a value. */
  type: string;
  /** Present whenever the object around it is. */
  isRequired: boolean;
  description: string;
  /** What a value must keep to, a few words each: "1 to 200 characters". */
  limits: readonly string[];
}

const size = z.number().optional();

/** The parts of JSON Schema 2020-12 that the catalogue's schemas are made of. */
const nodeSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  description: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  const: z.unknown().optional(),
  minLength: size,
  maxLength: size,
  minimum: size,
  maximum: size,
  minItems: size,
  maxItems: size,
  required: z.array(z.string()).optional(),
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

/**
 * The fields of a JSON Schema object in their order, each object followed by what is in it.
 * @throws {z.ZodError} where the schema is of a form that the catalogue does not use
 */
export function fieldRows(schema: unknown): FieldRow[] {
  return rowsWithin(nodeSchema.parse(schema), "");
}

function rowsWithin(node: Node, prefix: string): FieldRow[] {
  return Object.entries(node.properties ?? {}).flatMap(([name, property]) => {
    const path = prefix === "" ? name : `${prefix}.${name}`;
    const { value, isNullable } = splitNull(property);
    const row = {
      path,
      type: isNullable ? t("field_rows_or_null", { type: typeText(value) }) : typeText(value),
      isRequired: node.required?.includes(name) ?? false,
      description: property.description ?? value.description ?? "",
      limits: describeLimits(value),
    };
    const inner = value.items ? rowsWithin(value.items, `${path}[]`) : rowsWithin(value, path);
    return [row, ...inner];
  });
}

/** `anyOf: [x, null]` as x. */
function splitNull(node: Node): { value: Node; isNullable: boolean } {
  const others = node.anyOf?.filter((choice) => choice.type !== "null") ?? [];
  const [only] = others;
  if (!only || others.length > 1) return { value: node, isNullable: false };
  return { value: only, isNullable: others.length < (node.anyOf?.length ?? 0) };
}

function typeText(node: Node): string {
  if (node.type === "array")
    return t("type_text_array_which", { which: node.items ? typeText(node.items) : t("type_text_anything") });
  if (node.anyOf) return listText([...new Set(node.anyOf.map(typeText))], "disjunction");
  return typeof node.type === "object"
    ? listText(node.type, "disjunction")
    : (node.type ?? t("type_text_anything"));
}

const formatWords = (): Readonly<Record<string, string>> => ({
  "date-time": t("format_words_date_time_rfc_3339"),
  email: t("format_words_e_mail_address"),
  uri: "URL",
});

function describeLimits(node: Node): string[] {
  const { format, pattern } = node;
  const limits = [
    format && (lookUp(formatWords(), format) ?? format),
    // The pattern of a format says the same again, at length.
    !format && pattern && t("limits_of_matches_pattern", { pattern }),
    node.enum && t("limits_of_one_enum", { enum: node.enum.join(", ") }),
    node.const !== undefined && t("limits_of_always_stringify", { stringify: JSON.stringify(node.const) }),
    rangeText(node.minLength, node.maxLength, "characters"),
    rangeText(node.minimum, node.maximum, "none"),
    rangeText(node.minItems, node.maxItems, "entries"),
  ];
  return limits.filter((limit) => typeof limit === "string" && limit !== "").map(String);
}

function rangeText(
  low: number | undefined,
  high: number | undefined,
  unit: "characters" | "entries" | "none",
): string {
  // JSON Schema's bounds for "any integer that a double can hold" are no limit to speak of.
  const from = low === undefined || low <= Number.MIN_SAFE_INTEGER ? undefined : grouped(low);
  const to = high === undefined || high >= Number.MAX_SAFE_INTEGER ? undefined : grouped(high);
  if (from !== undefined && to !== undefined) return t("range_text_from", { from, to, unit });
  if (from !== undefined) return t("range_text_least", { from, unit });
  return to === undefined ? "" : t("range_text_most", { to, unit });
}

function grouped(value: number): string {
  return value.toLocaleString(readerIntlLocale());
}
