import { z } from "zod";

/** A JSON Schema (2020-12); its keywords are not ours to list. */
export const jsonSchema = z.record(z.string(), z.unknown());

/** Something that a connected app can be told to do. */
export const declaredActionSchema = z.object({
  id: z.string(),
  title: z.string(),
  description: z.string(),
  effect: z.enum(["read", "write"]),
  movesMoney: z.boolean().describe("It takes or gives back money at once"),
  idempotency: z
    .enum(["not_needed", "native_key", "upsert", "look_up_first", "stable_id", "at_most_once"])
    .describe(
      "How a repetition under the same Idempotency-Key is kept from doing it twice; at_most_once: it is not",
    ),
  scopes: z.array(z.string()).describe("Ids of the permissions that it needs"),
  inputSchema: jsonSchema.describe("JSON Schema of the input"),
  outputSchema: jsonSchema.describe("JSON Schema of the output"),
  example: z.record(z.string(), z.unknown()).describe("An input that works in the sandbox"),
});

/**
 * What an app's code declares, as data: `lib/providers/<id>/declared.json`, which `npm run guides` makes of the code. Who
 * only tells of an app reads this and does not load the code.
 */
export const declarationSchema = z.object({
  actions: z.array(declaredActionSchema),
  resources: z.array(z.object({ id: z.string(), title: z.string() })),
  copies: z.array(z.object({ kind: z.enum(["product", "order"]), title: z.string() })),
});
export type Declaration = z.infer<typeof declarationSchema>;
