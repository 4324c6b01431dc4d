"use client";

import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import type { Comparison, Scalar } from "#lib/automations/conditions/condition-schema.ts";
import { isOfType } from "#lib/automations/shapes/fits.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { isAmount } from "#lib/automations/words/value-words.ts";
import { automationsBuilderCondition as t } from "#lib/words/en/screens/automations-builder-condition.ts";
import { NumberInput } from "../mapping/number-input.tsx";
import { AmountInput } from "./amount-input.tsx";

interface ComparisonValueProps {
  label: string;
  compared: Comparison;
  shape: Shape;
  onChange: (compared: Comparison) => void;
}

/** What a field is compared with, in a control of its type. Nothing where there is nothing to compare with. */
export function ComparisonValue({ label, compared, shape, onChange }: ComparisonValueProps) {
  if (!("value" in compared)) return null;
  const name = t("comparison_value_compare_label_with", { label });
  const wanted = shape.type === "list" ? (shape.item ?? shape) : shape;
  if (compared.comparison === "is_one_of") {
    return (
      <Textarea
        rows={2}
        aria-label={t("comparison_value_name_one_value_line", { name })}
        placeholder={t("comparison_value_placeholder")}
        value={compared.value.join("\n")}
        onChange={(event) => onChange({ ...compared, value: parseList(event.target.value, wanted) })}
      />
    );
  }
  if (compared.comparison === "starts_with") {
    return (
      <Input
        aria-label={name}
        value={compared.value}
        onChange={(event) => onChange({ ...compared, value: event.target.value })}
      />
    );
  }
  const put = (value: string | number | boolean) => onChange(withValue(compared, value));
  const { value } = compared;
  if (wanted.values !== null) {
    return (
      <Select
        aria-label={name}
        value={String(value)}
        options={wanted.values.map((one) => ({
          value: String(one),
          label: String(one).replaceAll("_", " "),
        }))}
        onChange={(event) => put(event.target.value)}
      />
    );
  }
  if (isAmount(wanted)) {
    return <AmountInput label={name} minor={typeof value === "number" ? value : 0} onChange={put} />;
  }
  if (isOfType(wanted.type, "number")) {
    return (
      <NumberInput
        aria-label={name}
        value={typeof value === "number" ? value : undefined}
        onChange={(number) => put(number ?? 0)}
      />
    );
  }
  return (
    <Input
      type={wanted.type === "date" || wanted.type === "instant" ? "date" : "text"}
      aria-label={name}
      value={String(value).slice(0, wanted.type === "instant" ? 10 : undefined)}
      onChange={(event) => put(event.target.value)}
    />
  );
}

function withValue(
  compared: Exclude<Comparison, { comparison: "is_one_of" | "starts_with" }>,
  value: Scalar,
): Comparison {
  switch (compared.comparison) {
    case "equals":
    case "not_equals":
    case "contains":
      return { ...compared, value };
    case "greater":
    case "at_least":
    case "less":
    case "at_most":
      return { ...compared, value: typeof value === "boolean" ? String(value) : value };
    default:
      return compared;
  }
}

/** Lines as values; the last one may be still to be typed. */
function parseList(text: string, { type }: Shape): Scalar[] {
  const lines = text === "" ? [] : text.split("\n");
  const isNumeric = isOfType(type, "number");
  return lines.map((line) => (isNumeric && /^-?\d+(\.\d+)?$/.test(line.trim()) ? Number(line) : line));
}
