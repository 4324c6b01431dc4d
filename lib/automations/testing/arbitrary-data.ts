import fc from "fast-check";
import { z } from "zod";

const nodeSchema = z.object({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  enum: z.array(z.json()).optional(),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  maxItems: z.number().optional(),
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

/** Data of a JSON Schema as the catalogue has them: with what may be left out left out, at the bounds, and in odd texts. */
export function toArbitrary(schema: unknown): fc.Arbitrary<Record<string, unknown>> {
  return ofObject(nodeSchema.parse(schema));
}

function ofNode(node: Node): fc.Arbitrary<unknown> {
  if (node.enum) return fc.constantFrom(...node.enum);
  if (node.anyOf) return fc.oneof(...node.anyOf.map(ofNode));
  const type = Array.isArray(node.type) ? node.type[0] : node.type;
  const { minimum: min = -1_000_000, maximum: max = 1_000_000 } = node;
  switch (type) {
    case "string":
      return ofText(node);
    case "integer":
      return fc.oneof(fc.constantFrom(min, max), fc.integer({ min, max: Math.min(max, 2 ** 31) }));
    case "number":
      return fc.double({ min, max, noNaN: true });
    case "boolean":
      return fc.boolean();
    case "null":
      return fc.constant(null);
    case "array": {
      const { minItems = 0, maxItems = 10 } = node;
      const length = { minLength: minItems, maxLength: Math.max(minItems, Math.min(maxItems, 6)) };
      return node.items ? fc.array(ofNode(node.items), length) : fc.constant([]);
    }
    default:
      return ofObject(node);
  }
}

function ofObject(node: Node): fc.Arbitrary<Record<string, unknown>> {
  const fields = Object.entries(node.properties ?? {}).map(([name, inner]) => [name, ofNode(inner)] as const);
  return fc.record(Object.fromEntries(fields), { requiredKeys: [...(node.required ?? [])] });
}

function ofText({ format, pattern, minLength = 0, maxLength = 100 }: Node): fc.Arbitrary<string> {
  if (format === "date-time") {
    return fc
      .date({
        min: new Date("1971-01-01T00:00:00Z"),
        max: new Date("2100-01-01T00:00:00Z"),
        noInvalidDate: true,
      })
      .map((date) => date.toISOString());
  }
  if (pattern?.includes("{3}")) return fc.constantFrom("EUR", "JPY", "KWD", "ISK", "UGX", "XTS");
  const long = Math.max(minLength, maxLength);
  return fc
    .oneof(
      fc.string({ unit: "grapheme", minLength, maxLength: Math.min(40, long) }),
      fc.constantFrom("Mara Klein", "mara@example.com", " ", "😀", "+49 30 1234567"),
      fc.constant("é😀x".repeat(Math.ceil(long / 4))),
    )
    .map((text) => text.slice(0, long).toWellFormed().replaceAll("\0", " ").padEnd(minLength, "x"));
}
