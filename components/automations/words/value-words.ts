import type { Json, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { fieldName, spoken } from "./field-name.ts";

/** A part of a value in words: text as it is written, or what takes its place when it is run. */
export type ValuePart = { kind: "text"; text: string } | { kind: "source"; name: string };

/** A value of a mapping in words. */
export function valueParts(value: Value): ValuePart[] {
  switch (value.kind) {
    case "field":
    case "result":
    case "line":
      return [{ kind: "source", name: sourceName(value) }];
    case "fixed":
      return [{ kind: "text", text: shownJson(value.value) }];
    case "text":
      return value.parts.map((part) =>
        typeof part === "string" ? { kind: "text", text: part } : { kind: "source", name: sourceName(part) },
      );
    case "object":
      return joined(
        Object.entries(value.fields).map(([name, inner]) => [
          { kind: "text", text: `${spoken([name])}: ` },
          ...valueParts(inner),
        ]),
      );
    case "list":
      return joined(value.items.map(valueParts));
    case "each_line":
      return [
        { kind: "text", text: `For each of ${fieldName(value.over).toLowerCase()}: ` },
        ...valueParts(value.item),
      ];
  }
}

function sourceName(source: Source): string {
  if (source.kind === "field") return fieldName(source.path);
  return source.kind === "line"
    ? `${spoken(source.path)} of the line`
    : `${spoken(source.path)} of “${source.step}”`;
}

function joined(parts: readonly ValuePart[][]): ValuePart[] {
  return parts.flatMap((part, index) =>
    index === 0 ? part : [{ kind: "text" as const, text: ", " }, ...part],
  );
}

function shownJson(value: Json): string {
  if (value === null) return "nothing";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
