import type { Condition, ConditionSource } from "#lib/automations/conditions/condition-schema.ts";
import type { Mapping, Source, Value } from "#lib/automations/mapping/mapping-schema.ts";
import { describePlace } from "#lib/automations/mapping/read-source.ts";

/** The values of a mapping as texts, by their paths: `lines[each].name`. */
export function mappingTexts(mapping: Mapping): Map<string, string> {
  const texts = new Map<string, string>();
  for (const [name, value] of Object.entries(mapping)) collect(value, name, texts);
  return texts;
}

function collect(value: Value, path: string, texts: Map<string, string>): void {
  switch (value.kind) {
    case "object":
      for (const [name, inner] of Object.entries(value.fields)) collect(inner, `${path}.${name}`, texts);
      return;
    case "list":
      for (const [at, item] of value.items.entries()) collect(item, `${path}[${at}]`, texts);
      return;
    case "each_line":
      texts.set(
        path,
        sourceText({ kind: "field", path: value.over, transforms: [], ifMissing: value.ifMissing }),
      );
      collect(value.item, `${path}[each]`, texts);
      return;
    case "fixed":
      texts.set(path, typeof value.value === "string" ? value.value : JSON.stringify(value.value));
      return;
    case "text":
      texts.set(
        path,
        value.parts.map((part) => (typeof part === "string" ? part : sourceText(part))).join(""),
      );
      return;
    default:
      texts.set(path, sourceText(value));
  }
}

/** `‹customer.email›`, with the names of what is done to it and of what stands in its place. */
function sourceText(source: Source | ConditionSource): string {
  const { field, step } = describePlace(source);
  const changes = source.transforms.map(({ version: _version, ...transform }) => {
    const { transform: name, ...settings } = transform;
    return Object.keys(settings).length === 0 ? name : `${name} ${JSON.stringify(settings)}`;
  });
  const lack = "ifMissing" in source ? lackText(source.ifMissing) : [];
  return `‹${[step === null ? field : `${step}: ${field}`, ...changes, ...lack].join(" · ")}›`;
}

function lackText(ifMissing: Source["ifMissing"]): string[] {
  if (ifMissing.rule === "fail") return [];
  return [ifMissing.rule === "leave_out" ? "left out" : `else ${JSON.stringify(ifMissing.value)}`];
}

/** A condition as text: comparisons by their names, groups in brackets. */
export function conditionText(condition: Condition): string {
  if (condition.kind !== "compare") {
    const parts = condition.of.map(conditionText);
    return `(${parts.join(condition.kind === "all" ? " and " : " or ")})`;
  }
  const compared = `${sourceText(condition.source)} ${condition.comparison.replaceAll("_", " ")}`;
  return "value" in condition ? `${compared} ${JSON.stringify(condition.value)}` : compared;
}
