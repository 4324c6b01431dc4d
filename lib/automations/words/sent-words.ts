import type { Shape } from "#lib/automations/shapes/shape.ts";
import { currencyCode } from "#lib/automations/transforms/decimal-amount.ts";
import { lookUp } from "#lib/look-up.ts";
import { titleOfPath } from "./field-words.ts";
import type { Names } from "./names.ts";
import { shownValue } from "./value-words.ts";

/** One field of what an app is given: its title, and its value; several lines for a list of things. */
export type SentField = { name: string; title: string; lines: readonly string[] };

/**
 * What an app is given, field by field as people read it, in the order in which the action lists its fields.
 * @param shape of the action's input; null = not known
 * @param names.chosen names of what was chosen at the app, by id
 */
export function sentFields(
  input: Readonly<Record<string, unknown>>,
  shape: Shape | null,
  { reader, chosen }: Pick<Names, "reader" | "chosen">,
): SentField[] {
  const names = Object.keys(shape?.fields ?? {});
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : names.length);
  const currency = currencyIn(input, null);
  return Object.entries(input)
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([name, value]) => ({
      name,
      title: titleOfPath(shape, [name]),
      lines: describeLines(value, getMember(shape, name), { reader, chosen, currency }),
    }));
}

type Around = Pick<Names, "reader" | "chosen" | "currency">;

function describeLines(value: unknown, shape: Shape | null, around: Around): string[] {
  if (!Array.isArray(value)) return [describeValue(value, shape, around)];
  const items: readonly unknown[] = value;
  const texts = items.map((item) => describeValue(item, shape?.item ?? null, around));
  return items.some((item) => typeof item === "object" && item !== null) ? texts : [texts.join(", ")];
}

function describeValue(value: unknown, shape: Shape | null, around: Around): string {
  if (typeof value === "string") {
    return (shape !== null && shape.resource !== null && around.chosen.get(value)) || value;
  }
  if (typeof value === "number" || typeof value === "boolean" || value === null || value === undefined) {
    return shownValue(value, { shape, ...around });
  }
  if (Array.isArray(value)) return describeLines(value, shape, around).join("; ");
  const members = Object.entries(value);
  const inside = { ...around, currency: currencyIn(Object.fromEntries(members), around.currency) };
  return members
    .map(
      ([name, member]) =>
        `${titleOfPath(shape, [name])}: ${describeValue(member, getMember(shape, name), inside)}`,
    )
    .join(", ");
}

/** The currency of the amounts beside it. */
function currencyIn(members: Readonly<Record<string, unknown>>, around: string | null): string | null {
  return currencyCode(lookUp(members, "currency")) ?? around;
}

function getMember(shape: Shape | null, name: string): Shape | null {
  return (shape && lookUp(shape.fields, name)?.shape) ?? null;
}
