"use client";

import { type ResourceSource, SchemaFormContext } from "./form-context.ts";
import { SchemaGroup } from "./schema-field.tsx";
import type { SchemaFormState } from "./use-schema-form.ts";

interface SchemaFormFieldsProps {
  form: SchemaFormState;
  /** Where fields that name a resource take their values from; without it an id is typed. */
  resources?: ResourceSource;
}

/** The controls of a form drawn from a JSON Schema. */
export function SchemaFormFields({ form, resources }: SchemaFormFieldsProps) {
  const { prefix, errors, onEdit, onLeave } = form;
  return (
    <SchemaFormContext value={{ prefix, errors, onEdit, onLeave, resources: resources ?? null }}>
      <SchemaGroup fields={form.fields} draft={form.draft} path="" onChange={form.setDraft} />
    </SchemaFormContext>
  );
}
