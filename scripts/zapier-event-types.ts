import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { listEventTypes } from "#lib/events/list-event-types.ts";

const file = fileURLToPath(new URL("../integrations/zapier/src/event-types.ts", import.meta.url));

/** The catalogue as the app at Zapier carries it, which is built and run without the product. */
function sourceText(): string {
  const eventTypes = listEventTypes().map(({ type, source, title, description, schema, example }) => ({
    type,
    source,
    title,
    description,
    schema,
    example,
  }));
  return [
    'import type { EventType } from "./event-type.ts";',
    "",
    "/** Patchbay's event types as they were when this was written, by scripts/zapier-event-types.ts. */",
    `export const eventTypes: readonly EventType[] = ${JSON.stringify(eventTypes, null, 2)};`,
    "",
  ].join("\n");
}

/** Whether the app at Zapier has other event types than the catalogue. */
export function isZapierCatalogueStale(): boolean {
  return readFileSync(file, "utf8") !== sourceText();
}

if (import.meta.main) {
  writeFileSync(file, sourceText());
  process.stdout.write(`Event types written to ${file}.\n`);
}
