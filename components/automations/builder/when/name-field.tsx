"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";

interface NameFieldProps {
  name: string;
  onChange: (name: string) => void;
}

/** What the automation is called. */
export function NameField({ name, onChange }: NameFieldProps) {
  return (
    <Field
      name="name"
      label="Name"
      error={name.trim() === "" ? "Give it a name; until then it is not saved." : undefined}
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
