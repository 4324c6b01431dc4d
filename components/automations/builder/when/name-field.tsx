"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { automationsBuilderWhen as t } from "#lib/words/en/screens/automations-builder-when.ts";
import { common } from "#lib/words/en/screens/common.ts";

interface NameFieldProps {
  name: string;
  onChange: (name: string) => void;
}

/** What the automation is called. */
export function NameField({ name, onChange }: NameFieldProps) {
  return (
    <Field
      name="name"
      label={common("name")}
      error={name.trim() === "" ? t("name_field_give_name_until_then") : undefined}
    >
      <Input
        value={name}
        maxLength={200}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}
