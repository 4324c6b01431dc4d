import { z } from "zod";
import { type Declaration, jsonSchema } from "./declaration-schema.ts";
import type { Provider } from "./provider.ts";
import { outputJsonSchema } from "./sentence.ts";

/** What the code of an app declares, as data. */
export function declare({ actions, resources, sync }: Provider): Declaration {
  return {
    actions: Object.entries(actions).map(([id, action]) => ({
      id,
      title: action.title,
      description: action.description,
      effect: action.effect,
      movesMoney: action.movesMoney ?? false,
      idempotency: action.idempotency,
      scopes: [...action.scopes],
      inputSchema: toInputSchema(action.input),
      outputSchema: jsonSchema.parse(outputJsonSchema(action.output)),
      example: { ...action.example },
    })),
    resources: Object.entries(resources).map(([id, { title }]) => ({ id, title })),
    copies: (["product", "order"] as const).flatMap((kind) => {
      const source = sync[kind];
      return source ? [{ kind, title: source.title }] : [];
    }),
  };
}

/** As the caller writes it: fields with a default may be left out. Plain objects, without the methods of zod's. */
export function toInputSchema(schema: z.ZodType): Record<string, unknown> {
  return jsonSchema.parse(z.toJSONSchema(schema, { io: "input" }));
}
