"use client";

import { Braces } from "lucide-react";
import { ResourceInput } from "#components/schema-form/resource-input.tsx";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { usePlace } from "../builder-context.ts";
import type { PlainKind } from "./control-kind.ts";
import { FieldPicker } from "./field-picker.tsx";
import { NumberInput } from "./number-input.tsx";
import { SourceChip } from "./source-chip.tsx";
import { sourceFor } from "./source-choices.ts";

interface PlainControlProps {
  kind: PlainKind;
  label: string;
  shape: Shape;
  isRequired: boolean;
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** A number, a choice, yes or no, a day, something of the app's: the same each time, or from a field. */
export function PlainControl(props: PlainControlProps) {
  const { label, shape, isRequired, value, onChange } = props;
  const use = { wanted: shape, isRequired, isWithinText: false };
  const isFromField = value !== undefined && value.kind !== "fixed";
  return (
    <div className="flex min-w-0 flex-wrap items-start gap-1.5">
      {isFromField ? (
        <FieldChips value={value} onChange={onChange} />
      ) : (
        <>
          <div className="min-w-0 flex-1 basis-52">
            <FixedInput {...props} />
          </div>
          <FieldPicker
            title={t("plain_control_title", { label })}
            fits={(candidate) => sourceFor(candidate, use) !== null}
            onPick={(candidate) => onChange(sourceFor(candidate, use) ?? value)}
            trigger={
              <Button
                variant="ghost"
                icon={<Braces aria-hidden />}
                aria-label={t("plain_control_title", { label })}
                className="h-9 max-md:h-11"
              >
                {t("plain_control_from_field")}
              </Button>
            }
          />
        </>
      )}
    </div>
  );
}

function FieldChips({ value, onChange }: { value: Value } & Pick<PlainControlProps, "onChange">) {
  if (value.kind === "field" || value.kind === "result" || value.kind === "line") {
    return <SourceChip source={value} onChange={onChange} onRemove={() => onChange(undefined)} />;
  }
  if (value.kind !== "text") return null;
  return value.parts.map((part, at) =>
    typeof part === "string" ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
      <span key={at} className="self-center whitespace-pre-wrap">
        {part}
      </span>
    ) : (
      <SourceChip
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have no other name
        key={at}
        source={part}
        onChange={(changed) => onChange({ ...value, parts: value.parts.with(at, changed) })}
        onRemove={() => onChange(undefined)}
      />
    ),
  );
}

function FixedInput({ kind, label, shape, isRequired, value, onChange }: PlainControlProps) {
  const { resources } = usePlace();
  const fixed = value?.kind === "fixed" ? value.value : undefined;
  const put = (next: string | number | boolean | undefined) =>
    onChange(next === undefined ? undefined : { kind: "fixed", value: next });
  switch (kind) {
    case "resource":
      return (
        <ResourceInput
          source={resources}
          label={label}
          resource={shape.resource ?? ""}
          value={typeof fixed === "string" ? fixed : ""}
          required={false}
          onValueChange={(id) => put(id === "" ? undefined : id)}
        />
      );
    case "choice":
    case "flag": {
      const values = kind === "flag" ? [true, false] : (shape.values ?? []);
      return (
        <Select
          required={false}
          value={fixed === undefined ? "" : JSON.stringify(fixed)}
          placeholder={isRequired ? t("fixed_input_placeholder") : t("fixed_input_leave_open")}
          options={values.map((one) => ({ value: JSON.stringify(one), label: choiceLabel(one) }))}
          onChange={(event) => {
            const chosen = values.find((one) => JSON.stringify(one) === event.target.value);
            put(isScalar(chosen) ? chosen : undefined);
          }}
        />
      );
    }
    case "date":
      return (
        <Input
          type={shape.type === "date" ? "date" : "text"}
          placeholder="2026-06-03T18:44:10Z"
          required={false}
          value={typeof fixed === "string" ? fixed : ""}
          onChange={(event) => put(event.target.value === "" ? undefined : event.target.value)}
        />
      );
    default:
      return <NumberInput value={typeof fixed === "number" ? fixed : undefined} onChange={put} />;
  }
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}

function choiceLabel(value: unknown): string {
  if (typeof value === "boolean") return value ? t("choice_label_yes") : t("choice_label_no");
  return String(value).replaceAll("_", " ");
}
