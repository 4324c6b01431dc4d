"use client";

import { Plus, Trash2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { schemaForm as t } from "#lib/words/en/screens/schema-form.ts";
import { controlName } from "./control-name.ts";
import { type Draft, type DraftItem, getItems, newItem } from "./draft.ts";
import { useSchemaFormControls } from "./form-context.ts";
import type { FieldShape, Shape } from "./shape.ts";

interface SchemaListProps {
  field: FieldShape;
  shape: Extract<Shape, { kind: "list" }>;
  draft: Draft | undefined;
  path: string;
  onChange: (items: readonly DraftItem[]) => void;
  /** Draws the field of one entry. */
  renderEntry: (entry: EntryField) => ReactNode;
}

interface EntryField {
  field: FieldShape;
  draft: Draft;
  path: string;
  onChange: (draft: Draft) => void;
}

/** Entries that are added and removed one by one. */
export function SchemaList({ field, shape, draft, path, onChange, renderEntry }: SchemaListProps) {
  const { prefix, errors } = useSchemaFormControls();
  const { label, help, isRequired } = field;
  const items = getItems(draft);
  const error = errors[path];
  return (
    <fieldset id={fieldId(controlName(prefix, path))} tabIndex={-1} className="grid min-w-0 gap-2.5">
      <legend className="float-left font-medium">
        {label}
        {!isRequired && <span className="font-normal text-subtle"> {t("schema_list_optional")}</span>}
      </legend>
      {help && <p className="clear-both text-muted text-sm">{help}</p>}
      {error && <FieldError>{error}</FieldError>}
      {items.length > 0 && (
        <ol className="clear-both grid gap-2.5">
          {items.map((item, index) => {
            const entry = entryField(field, shape.item, index);
            return (
              <li
                key={item.key}
                className="grid grid-cols-[minmax(0,1fr)_auto] items-start gap-2 rounded-control border border-line bg-surface p-3 [&>fieldset]:border-l-0 [&>fieldset]:pl-0"
              >
                {renderEntry({
                  field: entry,
                  draft: item.value,
                  path: `${path}[${index}]`,
                  onChange: (value) => onChange(items.toSpliced(index, 1, { key: item.key, value })),
                })}
                <IconButton
                  size="sm"
                  label={t("schema_list_remove_label", { label: entry.label })}
                  icon={<Trash2 aria-hidden />}
                  onClick={() => onChange(items.toSpliced(index, 1))}
                />
              </li>
            );
          })}
        </ol>
      )}
      <Button
        size="sm"
        icon={<Plus aria-hidden />}
        className="clear-both justify-self-start"
        disabled={items.length >= shape.maxItems}
        onClick={() => onChange([...items, newItem(shape.item)])}
      >
        {items.length === 0
          ? t("schema_list_add_label", { label })
          : t("schema_list_add_another_label", { label })}
      </Button>
    </fieldset>
  );
}

function entryField({ label, placeholder }: FieldShape, shape: Shape, index: number): FieldShape {
  return {
    name: String(index),
    label: `${label} ${index + 1}`,
    help: null,
    placeholder,
    isRequired: true,
    isNullable: false,
    initial: undefined,
    shape,
  };
}
