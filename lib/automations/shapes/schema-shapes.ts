import { z } from "zod";
import type { EventTypeDefinition } from "#lib/events/catalogue/define.ts";
import { eventTexts as t } from "#lib/words/en/definitions/event-texts.ts";
import { type Shape, shapeOfType } from "./shape.ts";
import { shapeOfJsonSchema } from "./shape-of-json-schema.ts";

/** The input of an action as it is written: what has a default may be left out. */
export function toInputShape({ input, example }: { input: z.ZodType; example?: unknown }): Shape {
  return shapeOfJsonSchema(z.toJSONSchema(input, { io: "input", unrepresentable: "any" }), example);
}

/** The output of an action. */
export function toOutputShape({ output }: { output: z.ZodType }): Shape {
  return shapeOfJsonSchema(z.toJSONSchema(output, { unrepresentable: "any" }));
}

/** An event of a type, with its envelope: paths into it begin with id, type, occurredAt or data. */
export function toEventShape(
  definition: Pick<EventTypeDefinition, "type" | "schema" | "example" | "title">,
): Shape {
  const json = z.toJSONSchema(definition.schema, { unrepresentable: "any" });
  return eventShapeOfJsonSchema({ ...definition, schema: json });
}

/** The same of an event type as callers of the API see it. */
function eventShapeOfJsonSchema(eventType: {
  type: string;
  title: string;
  schema: unknown;
  example: unknown;
}): Shape {
  const data = shapeOfJsonSchema(eventType.schema, eventType.example);
  const required = (shape: Shape) => ({ shape, isRequired: true });
  return shapeOfType("object", {
    title: eventType.title,
    fields: {
      id: required(shapeOfType("text", { title: t("event_id"), minLength: 1, maxLength: 128 })),
      type: required(shapeOfType("text", { title: t("event_type"), values: [eventType.type] })),
      occurredAt: required(
        shapeOfType("instant", {
          title: t("event_occurred_at"),
          meaning: "moment",
          minLength: 20,
          maxLength: 40,
        }),
      ),
      data: required(eventType.type === "order.paid" ? paid(data) : data),
    },
  });
}

/** The total of an order that is paid is what was paid; that of one that was placed may never be. */
function paid(data: Shape): Shape {
  const { totalAmount } = data.fields;
  if (totalAmount === undefined) return data;
  const shape: Shape = { ...totalAmount.shape, meaning: "paid_amount" };
  return { ...data, fields: { ...data.fields, totalAmount: { ...totalAmount, shape } } };
}
