"use client";

import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { labelOf } from "#lib/label-of.ts";
import { formatPath } from "#lib/parse.ts";
import { automationsBuilderMapping as t } from "#lib/words/en/screens/automations-builder-mapping.ts";
import { useBuilder } from "../builder-context.ts";
import { errorOf, problemsAt, problemsWithin } from "../problems.ts";
import { controlOf, isComposite } from "./control-kind.ts";
import { JsonControl } from "./json-control.tsx";
import { ListControl } from "./list-control.tsx";
import { NamedValues, ObjectControl } from "./object-control.tsx";
import { PlainControl } from "./plain-control.tsx";
import { TextControl } from "./text-control.tsx";
import type { ValueFieldProps } from "./value-field-props.ts";

/** One value of an action's input, whatever its shape: typed, taken from a field, or made of several. */
export function ValueField({ children, ...props }: ValueFieldProps) {
  const { problems, isAsked } = useBuilder();
  const { name, shape, isRequired, value, path, onChange } = props;
  const kind = controlOf(shape);
  const label = props.label ?? shape.title ?? labelOf(name);
  const here = isComposite(kind) ? problemsAt(problems, path) : problemsWithin(problems, path);
  const error = errorOf(here, isAsked);
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
            placeholder={placeholderOf(shape)}
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

function placeholderOf({ example }: Shape): string | undefined {
  return typeof example === "string" && example.length <= 60
    ? t("placeholder_of_example_example", { example })
    : undefined;
}
