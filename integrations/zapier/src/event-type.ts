/** As much of JSON Schema (2020-12) as this app reads. */
export type JsonSchema = {
  /** A list where the value may also be null. */
  type?: string | string[];
  format?: string;
  description?: string;
  enum?: string[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  anyOf?: JsonSchema[];
  [keyword: string]: unknown;
};

export type EventType = {
  /** Such as `order.paid`. */
  type: string;
  /** `platform` events can be sent to Patchbay; `patchbay` events tell of its own work. */
  source: string;
  title: string;
  /** One sentence or two. */
  description: string;
  /** Of the event's data. */
  schema: JsonSchema;
  example: Record<string, unknown>;
};
