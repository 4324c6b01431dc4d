import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";

const groups = [
  ...Map.groupBy(
    eventCatalogue.filter(({ source }) => source === "platform"),
    ({ group }) => group,
  ),
];

interface EventTypeListProps {
  chosen: string;
  onChoose: (type: string) => void;
}

/** Every event that an automation can start from, by group. */
export function EventTypeList({ chosen, onChoose }: EventTypeListProps) {
  return (
    <div className="grid gap-4">
      {groups.map(([name, types]) => (
        <section key={name} aria-label={name} className="grid gap-1">
          <h3 className="font-medium text-muted text-sm">{name}</h3>
          <ul className="divide-y divide-line rounded-control border border-line">
            {types.map(({ type, title, description }) => (
              <li key={type}>
                <button
                  type="button"
                  aria-pressed={type === chosen}
                  onClick={() => onChoose(type)}
                  className="grid min-h-11 w-full content-center px-3 py-2 text-left hover:bg-hover focus-visible:-outline-offset-2 aria-pressed:bg-accent-soft"
                >
                  <span className="font-medium">{title}</span>
                  <span className="text-muted text-sm">{description}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
