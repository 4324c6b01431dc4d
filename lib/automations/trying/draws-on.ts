import type { Mapping } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { lookUp } from "#lib/look-up.ts";

/** Whether what a mapping makes at a path, or anywhere where that is empty, may come from a result of these steps. */
export function drawsOn(mapping: Mapping, [name]: Path, steps: ReadonlySet<string>): boolean {
  if (steps.size === 0) return false;
  const value = name === undefined ? mapping : lookUp(mapping, String(name));
  return namesStep(value, steps);
}

/** In a source of the kind `result`, or in the place of a currency. */
function namesStep(value: unknown, steps: ReadonlySet<string>): boolean {
  if (typeof value !== "object" || value === null) return false;
  return Object.entries(value).some(
    ([name, inner]) =>
      (name === "step" && typeof inner === "string" && steps.has(inner)) || namesStep(inner, steps),
  );
}
