import type { Json, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import { followPath } from "#lib/automations/shapes/follow-path.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { sourceTitle, titleOfPath } from "./field-words.ts";
import type { Names } from "./names.ts";
import { transformText } from "./transform-words.ts";
import { shownValue } from "./value-words.ts";
import { withinSentence } from "./within-sentence.ts";

/** A part of a value in words: text as it is written, or what takes its place when it is run. */
type ValuePart = { kind: "text"; text: string } | { kind: "source"; name: string };

/** Where a value stands: what the action takes there, and the order line at hand. */
type Place = { shape: Shape | null; line: Shape | null };

/** A value of a mapping in words. @param shape what the action takes there; null = not known */
export function valueParts(value: Value, names: Names, shape: Shape | null): ValuePart[] {
  return partsAt(value, names, { shape, line: null });
}

function partsAt(value: Value, names: Names, { shape, line }: Place): ValuePart[] {
  switch (value.kind) {
    case "field":
    case "result":
    case "line":
      return [{ kind: "source", name: sourceTitle(value, names, line) }];
    case "fixed":
      return [{ kind: "text", text: fixedText(value.value, names, shape) }];
    case "text":
      return value.parts.map((part) =>
        typeof part === "string"
          ? { kind: "text", text: part }
          : { kind: "source", name: sourceTitle(part, names, line) },
      );
    case "object":
      return joined(
        Object.entries(value.fields).map(([name, inner]) => [
          { kind: "text", text: `${titleOfPath(shape, [name])}: ` },
          ...partsAt(inner, names, { shape: getMember(shape, name), line }),
        ]),
      );
    case "list":
      return joined(value.items.map((item) => partsAt(item, names, { shape: shape?.item ?? null, line })));
    case "each_line":
      return [
        { kind: "text", text: describeEach(value.over, names) },
        ...partsAt(value.item, names, {
          shape: shape?.item ?? null,
          line: followPath(names.event, value.over)?.shape.item ?? null,
        }),
      ];
  }
}

function describeEach(over: Path, { event, reader }: Names): string {
  const field = withinSentence(titleOfPath(event, over), reader.locale);
  return screenText("value_each_line", { field, value: "" }, reader.locale);
}

/** A text that is sent as it is stands without quotes; what was chosen at the app is told by its name there. */
export function fixedText(value: Json, { reader, currency, chosen }: Names, shape: Shape | null): string {
  if (typeof value === "string" && shape !== null && shape.resource !== null) {
    return chosen.get(value) ?? value;
  }
  return typeof value === "string" ? value : shownValue(value, { shape, reader, currency });
}

function getMember(shape: Shape | null, name: string): Shape | null {
  return shape && (followPath(shape, [name])?.shape ?? null);
}

function joined(parts: readonly ValuePart[][]): ValuePart[] {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ kind: "text" as const, text: ", " }, ...part],
  );
}

/** A source with what is done to its value and what takes its place: "Customer name (Take a part: the first)". */
export function sourceText(source: Source, names: Names, line: Shape | null): string {
  const { locale } = names.reader;
  const field = sourceTitle(source, names, line);
  const changes = source.transforms
    .filter(({ transform }) => transform !== "count" && transform !== "sum")
    .map((transform) => transformText(transform, locale));
  const changed =
    changes.length === 0
      ? field
      : screenText("value_of_transforms", { field, changes: changes.join(", ") }, locale);
  const { ifMissing } = source;
  if (ifMissing.rule !== "default") return changed;
  const value = shownValue(ifMissing.value, { shape: null, reader: names.reader, currency: names.currency });
  return screenText("value_or_else", { field: changed, value }, locale);
}
