import type { SentField } from "#lib/automations/words/sent-words.ts";

/** What an app is given, a line for each field; a list of things as a list. */
export function SentFields({ fields }: { fields: readonly SentField[] }) {
  return (
    <dl className="grid min-w-0 gap-x-4 gap-y-2 rounded-control border border-line bg-sunken px-3.5 py-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]">
      {fields.map(({ name, title, lines }) => (
        <div key={name} className="grid gap-x-4 sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-muted text-sm">{title}</dt>
          <dd className="min-w-0 whitespace-pre-wrap text-sm [overflow-wrap:anywhere]">
            {lines.length < 2 ? (
              lines[0]
            ) : (
              <ol className="grid list-decimal gap-1 pl-5 marker:text-subtle">
                {lines.map((line, at) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name, and hold no state
                  <li key={at}>{line}</li>
                ))}
              </ol>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
