"use client";

import { useState } from "react";
import { Field, FieldError } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { type Json, type Value, valueSchema } from "#lib/automations/mapping/mapping-schema.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { formatPath } from "#lib/parse.ts";
import { toLabel } from "#lib/to-label.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { useBuilder } from "../builder-context.ts";
import { findShownError, problemsAt, problemsWithin } from "../problems.ts";
import { chooseControl, isComposite } from "./control-kind.ts";
import { ListControl } from "./list-control.tsx";
import { NamedValues, ObjectControl } from "./object-control.tsx";
import { PlainControl } from "./plain-control.tsx";
import { TextControl } from "./text-control.tsx";
import type { ValueFieldProps } from "./value-field-props.ts";

interface JsonControlProps {
  value: Value | undefined;
  onChange: (value: Value | undefined) => void;
}

/** One value of an action's input, whatever its shape: typed, taken from a field, or made of several. */
export function ValueField({ children, ...props }: ValueFieldProps) {
  const { problems, isAsked } = useBuilder();
  const { name, shape, isRequired, value, path, onChange } = props;
  const kind = chooseControl(shape);
  const label = props.label ?? shape.title ?? toLabel(name);
  const here = isComposite(kind) ? problemsAt(problems, path) : problemsWithin(problems, path);
  const error = findShownError(here, isAsked);
  const warning = here.find(({ weight }) => weight === "warning");
  const note = warning && (
    <Notice tone="warning" className="rounded-control p-2.5 text-sm">
      {warning.message}
    </Notice>
  );
  if (isComposite(kind)) {
    const Control = { list: ListControl, object: ObjectControl, named: NamedValues }[kind];
    return (
      <>
        <Control {...props} label={label} problem={error} Inner={ValueField} />
        {note}
        {children}
      </>
    );
  }
  return (
    <div className="grid min-w-0 gap-1.5">
      <Field
        name={formatPath(path)}
        label={label}
        help={shape.description}
        error={error}
        isRequired={isRequired}
        isOptional={!isRequired}
      >
        {kind === "text" ? (
          <TextControl
            label={label}
            shape={shape}
            isRequired={isRequired}
            isEntry={typeof path.at(-1) === "number"}
            value={value}
            placeholder={getPlaceholder(shape)}
            onChange={onChange}
          />
        ) : kind === "json" ? (
          <JsonControl value={value} onChange={onChange} />
        ) : (
          <PlainControl
            kind={kind}
            label={label}
            shape={shape}
            isRequired={isRequired}
            value={value}
            onChange={onChange}
          />
        )}
      </Field>
      {note}
      {children}
    </div>
  );
}

function getPlaceholder({ example }: Shape): string | undefined {
  return typeof example === "string" && example.length <= 60
    ? t("placeholder_of_example_example", { example })
    : undefined;
}

/** What no control fits is typed as JSON, and is the same each time. */
function JsonControl({ value, onChange }: JsonControlProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value?.kind === "fixed" ? JSON.stringify(value.value, null, 2) : "");
  const isWrong = shown.trim() !== "" && readJson(shown) === undefined;
  return (
    <>
      <Textarea
        isMono
        rows={3}
        spellCheck={false}
        required={false}
        placeholder={t("json_control_placeholder", { example: '{"table": 12}' })}
        aria-invalid={isWrong || undefined}
        value={shown}
        onChange={(event) => {
          const text = event.target.value;
          setTyped(text);
          const json = readJson(text);
          if (text.trim() === "") onChange(undefined);
          else if (json !== undefined) onChange({ kind: "fixed", value: json });
        }}
      />
      {isWrong && <FieldError>{t("json_control_this_cannot_read_yet")}</FieldError>}
    </>
  );
}

function readJson(text: string): Json | undefined {
  try {
    const read = valueSchema.safeParse({ kind: "fixed", value: JSON.parse(text) });
    return read.success && read.data.kind === "fixed" ? read.data.value : undefined;
  } catch {
    return undefined;
  }
}
