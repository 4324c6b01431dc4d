import type { EventTypeDto } from "#lib/events/schema.ts";

type Listed = Pick<EventTypeDto, "type" | "formerTopic" | "group" | "title" | "description">;

export interface EventTypeGroup<Type> {
  name: string;
  types: Type[];
}

/** The types in which every word of the search occurs, gathered by group in the catalogue's order. */
export function findEventTypes<Type extends Listed>(
  types: readonly Type[],
  search: string | undefined,
): EventTypeGroup<Type>[] {
  const words = (search ?? "").toLowerCase().split(/\s+/).filter(Boolean);
  const found = types.filter((candidate) => {
    const { type, formerTopic, group, title, description } = candidate;
    const text = [type, formerTopic, group, title, description].join(" ").toLowerCase();
    return words.every((word) => text.includes(word));
  });
  return [...Map.groupBy(found, ({ group }) => group)].map(([name, members]) => ({ name, types: members }));
}
