import { z } from "zod";
import { eventCatalogue } from "./catalogue/catalogue.ts";
import type { EventTypeDto } from "./schema.ts";

const jsonObject = z.record(z.string(), z.unknown());

/** The event catalogue, each type with its JSON Schema and an example. */
export function listEventTypes(): EventTypeDto[] {
  return eventCatalogue.map((definition) => ({
    type: definition.type,
    version: definition.version,
    formerTopic: definition.formerTopic ?? null,
    source: definition.source,
    group: definition.group,
    title: definition.title,
    description: definition.description,
    schema: jsonObject.parse(z.toJSONSchema(definition.schema)),
    example: jsonObject.parse(definition.example),
  }));
}
