"use client";

import { Input } from "#components/ui/input.tsx";
import { SecretInput } from "#components/ui/secret-input.tsx";
import { Select } from "#components/ui/select.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { schemaForm as t } from "#lib/words/en/screens/schema-form.ts";
import { optionValue } from "./draft.ts";
import { useSchemaFormControls } from "./form-context.ts";
import { ResourceInput } from "./resource-input.tsx";
import type { FieldShape, Shape } from "./shape.ts";

interface SchemaControlProps {
  field: FieldShape;
  shape: Extract<Shape, { kind: "text" | "number" | "choice" | "scalar" | "json" }>;
  text: string;
  onChange: (text: string) => void;
  onLeave: () => void;
}

const inputTypes = { email: "email", url: "url", date: "date" } as const;

/** The box or list in which one value is typed or chosen; it stands in a `Field`. */
export function SchemaControl({ field, shape, text, onChange, onLeave }: SchemaControlProps) {
  const { resources } = useSchemaFormControls();
  const shared = {
    value: text,
    placeholder: field.placeholder ?? undefined,
    // Required fields are checked when the form is sent, with words of our own beside each.
    required: false,
    "aria-required": field.isRequired || undefined,
    autoComplete: "off",
    onBlur: onLeave,
  } as const;
  switch (shape.kind) {
    case "choice":
      return (
        <Select
          value={text}
          required={false}
          aria-required={field.isRequired || undefined}
          placeholder={field.isRequired ? t("schema_control_placeholder") : t("schema_control_leave_open")}
          options={shape.choices.map((choice) => ({ value: optionValue(choice), label: choice.label }))}
          onChange={(event) => onChange(event.target.value)}
          onBlur={onLeave}
        />
      );
    case "number":
      return (
        <Input
          {...shared}
          inputMode={shape.isInteger ? "numeric" : "decimal"}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "scalar":
      return <Input {...shared} onChange={(event) => onChange(event.target.value)} />;
    case "json":
      return (
        <Textarea
          {...shared}
          isMono
          rows={4}
          spellCheck={false}
          onChange={(event) => onChange(event.target.value)}
        />
      );
    case "text":
      if (shape.resource !== null) {
        return (
          <ResourceInput
            {...shared}
            source={resources}
            resource={shape.resource}
            label={field.label}
            onValueChange={onChange}
          />
        );
      }
      if (shape.isSecret)
        return <SecretInput {...shared} onChange={(event) => onChange(event.target.value)} />;
      if (shape.isMultiline)
        return <Textarea {...shared} onChange={(event) => onChange(event.target.value)} />;
      return (
        <Input
          {...shared}
          type={shape.format === null ? "text" : inputTypes[shape.format]}
          onChange={(event) => onChange(event.target.value)}
        />
      );
  }
}
