"use client";

import { Checkbox } from "#components/ui/checkbox.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { schemaForm as t } from "#lib/words/en/screens/schema-form.ts";
import { controlName } from "./control-name.ts";
import { type Draft, type DraftGroup, getGroup } from "./draft.ts";
import { useSchemaFormControls } from "./form-context.ts";
import { SchemaControl } from "./schema-control.tsx";
import { SchemaList } from "./schema-list.tsx";
import type { FieldShape } from "./shape.ts";

interface SchemaGroupProps {
  fields: readonly FieldShape[];
  draft: DraftGroup;
  /** Of the group itself; empty for the whole form. */
  path: string;
  onChange: (draft: DraftGroup) => void;
}

/** The fields of one object, one below the other. */
export function SchemaGroup({ fields, draft, path, onChange }: SchemaGroupProps) {
  return (
    <div className="grid min-w-0 gap-4">
      {fields.map((field) => (
        <SchemaField
          key={field.name}
          field={field}
          draft={draft[field.name]}
          path={path === "" ? field.name : `${path}.${field.name}`}
          onChange={(value) => onChange({ ...draft, [field.name]: value })}
        />
      ))}
    </div>
  );
}

interface SchemaFieldProps {
  field: FieldShape;
  draft: Draft | undefined;
  path: string;
  onChange: (draft: Draft) => void;
}

/** One field with its label, help and error, whatever its shape. */
function SchemaField({ field, draft, path, onChange }: SchemaFieldProps) {
  const { prefix, errors, onEdit, onLeave } = useSchemaFormControls();
  const name = controlName(prefix, path);
  const error = errors[path];
  const { shape, label, help, isRequired } = field;

  function change(value: Draft) {
    onEdit(path);
    onChange(value);
  }

  if (shape.kind === "list") {
    return (
      <SchemaList
        field={field}
        shape={shape}
        draft={draft}
        path={path}
        onChange={change}
        renderEntry={(entry) => <SchemaField {...entry} />}
      />
    );
  }
  if (shape.kind === "group") {
    return (
      <fieldset className="grid min-w-0 gap-3 border-line-strong border-l-2 pl-4">
        <legend className="float-left font-medium">
          {label}
          {!isRequired && <span className="font-normal text-subtle"> {t("schema_field_optional")}</span>}
        </legend>
        {help && <p className="clear-both text-muted text-sm">{help}</p>}
        {error && <FieldError>{error}</FieldError>}
        <div className="clear-both">
          <SchemaGroup fields={shape.fields} draft={getGroup(draft)} path={path} onChange={change} />
        </div>
      </fieldset>
    );
  }
  if (shape.kind === "flag") {
    return (
      <div className="grid gap-1.5">
        <Checkbox
          id={fieldId(name)}
          name={name}
          label={label}
          help={help ?? undefined}
          checked={draft === true}
          onChange={(event) => change(event.target.checked)}
        />
        {error && <FieldError>{error}</FieldError>}
      </div>
    );
  }
  return (
    <Field
      name={name}
      label={label}
      help={
        shape.kind === "json" && !help?.includes("JSON")
          ? t("schema_field_help_written_as_json", { help: help ?? "" }).trim()
          : help
      }
      error={error}
      isRequired={isRequired}
      isOptional={!isRequired}
    >
      <SchemaControl
        field={field}
        shape={shape}
        text={typeof draft === "string" ? draft : ""}
        onChange={change}
        onLeave={() => onLeave(path)}
      />
    </Field>
  );
}
