import type { Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";

/** The inputs of a mapping that are the same for each event. */
export function fixedInputs(mapping: Mapping): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(mapping).flatMap(([name, value]) => {
      const fixed = fixedOf(value);
      return fixed === undefined ? [] : [[name, fixed]];
    }),
  );
}

function fixedOf(value: Value): unknown {
  if (value.kind === "fixed") return value.value;
  if (value.kind !== "text") return undefined;
  const parts = value.parts.filter((part) => typeof part === "string");
  return parts.length === value.parts.length ? parts.join("") : undefined;
}
