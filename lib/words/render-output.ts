import { z } from "zod";
import { messageSchema } from "#lib/failures/message.ts";
import { isSentence } from "#lib/providers/contract/sentence.ts";
import { defaultLocale, type Locale } from "./locale.ts";
import { render } from "./render.ts";

/**
 * What an action answered, as it is read: each field that its schema declares as a sentence is rendered, and nothing
 * else is, whatever it looks like.
 */
export function renderOutput(
  schema: z.ZodObject,
  output: Readonly<Record<string, unknown>>,
  locale: Locale = defaultLocale,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(output).map(([name, value]) => {
      const inner = Object.hasOwn(schema.shape, name) ? schema.shape[name] : undefined;
      return [name, inner === undefined ? value : renderValue(inner, value, locale)];
    }),
  );
}

function renderValue(schema: z.core.$ZodType, value: unknown, locale: Locale): unknown {
  if (isSentence(schema)) {
    const said = messageSchema.safeParse(value);
    return said.success ? render(said.data, locale) : value;
  }
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) {
    return renderValue(schema.unwrap(), value, locale);
  }
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    return value.map((item) => renderValue(schema.element, item, locale));
  }
  if (schema instanceof z.ZodObject && typeof value === "object" && value !== null) {
    return renderOutput(schema, { ...value }, locale);
  }
  return value;
}
