import type { z } from "zod";

export type EventSource = "platform" | "patchbay";

/** Where the data names, by path, what an event is about. What has none is a fact of its own each time. */
export type About = {
  order?: readonly string[];
  /** A refund is a payment too. */
  payment?: readonly string[];
  /** In minor units of the field `currency`. */
  amount?: readonly string[];
};

type DataSchema = z.ZodType<Record<string, unknown>>;

export type EventTypeDefinition<Schema extends DataSchema = DataSchema> = {
  /** The name in requests, webhooks and on screen, such as `order.paid`. */
  type: string;
  /**
   * Raised when the schema changes in a way that a receiver could notice. A further field that may be left out is no such
   * change: receivers pass over what they do not know.
   */
  version: number;
  /** What the platform called this topic before. */
  formerTopic?: string;
  /** `platform` events come in from other services; `patchbay` events tell of Patchbay's own work. */
  source: EventSource;
  group: string;
  title: string;
  /** One sentence for a merchant. */
  description: string;
  schema: Schema;
  about?: About;
  example: z.output<Schema>;
};

/** What a field is, in the language of whoever reads the schema. */
export function told(text: () => string): { readonly description: string } {
  return {
    get description() {
      return text();
    },
  };
}

/** Keeps the schema and its example together: an example that does not fit does not compile. */
export function defineEventType<Schema extends DataSchema>(
  definition: EventTypeDefinition<Schema>,
): EventTypeDefinition<Schema> {
  return definition;
}
