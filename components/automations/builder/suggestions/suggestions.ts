import type { Mapping, Value } from "#lib/automations/mapping/mapping-schema.ts";

/** A value that most likely belongs to a field of an action, and why. */
export type FieldSuggestion = { name: string; value: Value; reason: string };

/** Those whose field has no value yet. */
export function openSuggestions(
  suggestions: readonly FieldSuggestion[],
  mapping: Mapping,
): FieldSuggestion[] {
  return suggestions.filter(({ name }) => !Object.hasOwn(mapping, name));
}

/** All of them as a mapping. */
export function toMapping(suggestions: readonly FieldSuggestion[]): Mapping {
  return Object.fromEntries(suggestions.map(({ name, value }) => [name, value]));
}
