import type { Shape } from "#lib/automations/shapes/shape.ts";
import { lookUp } from "#lib/look-up.ts";
import { titleOfPath } from "../field-titles.ts";

interface SentValuesProps {
  input: Readonly<Record<string, unknown>>;
  /** Of the action. */
  shape: Shape;
}

/** What the app would be given, field by field in plain words. */
export function SentValues({ input, shape }: SentValuesProps) {
  return (
    <dl className="grid min-w-0 gap-x-4 gap-y-2 rounded-control border border-line bg-sunken px-3 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,3fr)]">
      {inOrder(input, shape).map(([name, value]) => (
        <div key={name} className="grid gap-x-4 sm:col-span-2 sm:grid-cols-subgrid">
          <dt className="text-muted text-sm">{titleOfPath(shape, [name])}</dt>
          <dd className="min-w-0 whitespace-pre-wrap [overflow-wrap:anywhere]">
            <SentValue value={value} shape={lookUp(shape.fields, name)?.shape ?? null} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** As the action lists its fields, others last. */
function inOrder(input: SentValuesProps["input"], { fields }: Shape): [string, unknown][] {
  const names = Object.keys(fields);
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  return Object.entries(input).toSorted(([one], [other]) => place(one) - place(other));
}

function SentValue({ value, shape }: { value: unknown; shape: Shape | null }) {
  if (Array.isArray(value)) {
    return (
      <ol className="grid list-decimal gap-1 pl-5 marker:text-subtle">
        {value.map((item: unknown, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no other name, and hold no state
          <li key={at}>
            <SentValue value={item} shape={shape?.item ?? null} />
          </li>
        ))}
      </ol>
    );
  }
  if (typeof value === "object" && value !== null) {
    return Object.entries(value)
      .map(([name, member]) => `${titleOfPath(shape, [name])}: ${plainly(member)}`)
      .join(", ");
  }
  return plainly(value);
}

function plainly(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "Yes" : "No";
  return JSON.stringify(value);
}
