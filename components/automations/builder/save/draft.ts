import { type Definition, definitionSchema } from "#lib/automations/definition-schema.ts";
import type { AutomationDto } from "#lib/automations/schema.ts";

/** What a person edits. */
export type Draft = Definition & { name: string };

const empty: Omit<Definition, "eventType"> = { condition: null, steps: [] };

/** What is stored, as it is edited. A draft that cannot be read any more begins again. */
export function toDraft({ name, draft }: Pick<AutomationDto, "name" | "draft">): Draft {
  const read = definitionSchema.safeParse(draft);
  return read.success ? { name, ...read.data } : { name, eventType: draft.eventType, ...empty };
}

export function toDefinition({ eventType, condition, steps }: Draft): Definition {
  return { eventType, condition, steps };
}

/** The fields that differ, as the API takes them; null where none does. */
export function findChanges(before: Draft, after: Draft): Partial<Draft> | null {
  const changes: Partial<Draft> = {};
  if (before.name !== after.name) changes.name = after.name;
  if (before.eventType !== after.eventType) changes.eventType = after.eventType;
  if (isOther(before.condition, after.condition)) changes.condition = after.condition;
  if (isOther(before.steps, after.steps)) changes.steps = after.steps;
  return Object.keys(changes).length === 0 ? null : changes;
}

function isOther(before: unknown, after: unknown): boolean {
  return JSON.stringify(before) !== JSON.stringify(after);
}
