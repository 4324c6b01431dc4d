"use client";

import type { ReactNode } from "react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { cn } from "./cn.ts";
import { FieldContext } from "./field-context.ts";
import { fieldId } from "./field-id.ts";

interface FieldProps {
  name: string;
  label: ReactNode;
  help?: ReactNode;
  /** What is wrong and how to mend it. Its presence marks the control invalid. */
  error?: ReactNode;
  isRequired?: boolean;
  /** Says "optional" beside the label. */
  isOptional?: boolean;
  /** Stands at the right of the label: a link, a counter. */
  aside?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** A labelled control with help and error; the Input, Textarea or Select inside wires itself up. */
export function Field({
  name,
  label,
  help,
  error,
  isRequired = false,
  isOptional = false,
  aside,
  className,
  children,
}: FieldProps) {
  const id = fieldId(name);
  const helpId = help ? `${id}-help` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  const describedBy = [errorId, helpId].filter(Boolean).join(" ") || undefined;
  return (
    <FieldContext value={{ id, name, describedBy, isInvalid: Boolean(error), isRequired }}>
      <div className={cn("grid gap-1.5", className)}>
        <div className="flex items-baseline justify-between gap-3">
          <label htmlFor={id} className="font-medium text-ink">
            {label}
            {isOptional && <span className="font-normal text-subtle"> {t("field_optional")}</span>}
          </label>
          {aside && <div className="text-muted text-sm">{aside}</div>}
        </div>
        {children}
        {error && <FieldError id={errorId}>{error}</FieldError>}
        {help && (
          <p id={helpId} className="text-muted text-sm">
            {help}
          </p>
        )}
      </div>
    </FieldContext>
  );
}

/** The line that says what is wrong with one field. */
export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 font-medium text-danger text-sm">
      <span aria-hidden className="mt-1.75 size-1.5 shrink-0 rotate-45 bg-danger-solid" />
      <span>{children}</span>
    </p>
  );
}
