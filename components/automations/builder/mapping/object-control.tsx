"use client";

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { IconButton } from "#components/ui/icon-button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Value } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { formatPath } from "#lib/parse.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import type { CompositeProps } from "./value-field-props.ts";

/** The frame around values that belong together. */
export function ValueGroup({
  label,
  shape,
  isRequired,
  problem,
  path,
  children,
}: Pick<CompositeProps, "label" | "shape" | "isRequired" | "problem" | "path" | "children">) {
  return (
    <fieldset
      id={fieldId(formatPath(path))}
      tabIndex={-1}
      className="grid min-w-0 gap-3 border-line-strong border-l-2 pl-4 max-sm:pl-3"
    >
      <legend className="float-left font-medium">
        {label}
        {!isRequired && <span className="font-normal text-subtle"> {t("value_group_optional")}</span>}
      </legend>
      {shape.description && <p className="clear-both text-muted text-sm">{shape.description}</p>}
      {problem && <FieldError>{problem}</FieldError>}
      <div className="clear-both grid min-w-0 gap-3">{children}</div>
    </fieldset>
  );
}

/** An object of named fields. */
export function ObjectControl({ value, path, onChange, Inner, ...props }: CompositeProps) {
  const fields = value?.kind === "object" ? value.fields : {};
  return (
    <ValueGroup {...props} path={path}>
      {Object.entries(props.shape.fields).map(([name, { shape, isRequired }]) => (
        <Inner
          key={name}
          name={name}
          shape={shape}
          isRequired={isRequired}
          value={fields[name]}
          path={[...path, name]}
          onChange={(changed) => onChange(withField(fields, name, changed))}
        />
      ))}
    </ValueGroup>
  );
}

function withField(
  fields: Readonly<Record<string, Value>>,
  name: string,
  value: Value | undefined,
): Value | undefined {
  const { [name]: _before, ...others } = fields;
  const next = value === undefined ? others : { ...others, [name]: value };
  return Object.keys(next).length === 0 ? undefined : { kind: "object", fields: next };
}

const anyText: Shape = shapeOfType("text");

/** An object whose fields are named here, such as the data of a template. */
export function NamedValues({ value, path, onChange, Inner, ...props }: CompositeProps) {
  const fields = value?.kind === "object" ? value.fields : {};
  const [name, setName] = useState("");
  const isNew = name.trim() !== "" && name !== "__proto__" && !Object.hasOwn(fields, name.trim());
  const add = () => {
    if (!isNew) return;
    onChange({ kind: "object", fields: { ...fields, [name.trim()]: { kind: "fixed", value: "" } } });
    setName("");
  };
  return (
    <ValueGroup {...props} path={path}>
      {Object.entries(fields).map(([field, inner]) => (
        <div key={field} className="flex items-start gap-2">
          <div className="min-w-0 flex-1">
            <Inner
              name={field}
              label={field}
              shape={anyText}
              isRequired
              value={inner}
              path={[...path, field]}
              onChange={(changed) =>
                onChange({
                  kind: "object",
                  fields: { ...fields, [field]: changed ?? { kind: "fixed", value: "" } },
                })
              }
            />
          </div>
          <IconButton
            size="sm"
            label={t("named_values_remove_field", { field })}
            icon={<Trash2 aria-hidden />}
            onClick={() => onChange(withField(fields, field, undefined))}
          />
        </div>
      ))}
      <div className="flex gap-2">
        <Input
          aria-label={t("named_values_name_further_field_label", { label: props.label })}
          placeholder={t("named_values_placeholder")}
          value={name}
          onChange={(event) => setName(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === "Enter") add();
          }}
        />
        <Button icon={<Plus aria-hidden />} disabled={!isNew} onClick={add} className="h-9 max-md:h-11">
          {t("named_values_add")}
        </Button>
      </div>
    </ValueGroup>
  );
}
