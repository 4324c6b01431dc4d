import { z } from "zod";
import { messageSchema } from "#lib/failures/message.ts";

const sentences = z.registry<{ isSentence: true }>();

/**
 * A field of an action's output that is read as a sentence: `run` answers the message, which may be kept, and the edge
 * renders it (`renderOutput`). @param description for the document, where the name of the field says too little
 */
export function sentence(description?: string) {
  const schema = description === undefined ? messageSchema.clone() : messageSchema.describe(description);
  return schema.register(sentences, { isSentence: true });
}

export function isSentence(schema: z.core.$ZodType): boolean {
  return sentences.has(schema);
}

/** An action's output as JSON Schema, as a caller reads it: its sentences are texts. */
export function outputJsonSchema(output: z.ZodType): z.core.JSONSchema.BaseSchema {
  return z.toJSONSchema(output, {
    override: ({ zodSchema, jsonSchema }) => {
      if (!isSentence(zodSchema)) return;
      const { description } = jsonSchema;
      for (const name of Object.keys(jsonSchema)) Reflect.deleteProperty(jsonSchema, name);
      Object.assign(jsonSchema, { type: "string", ...(description === undefined ? {} : { description }) });
    },
  });
}
