"use client";

import { useEffect, useRef } from "react";
import { ui as t } from "#lib/words/en/screens/ui.ts";
import { fieldId } from "./field-id.ts";
import { Notice } from "./notice.tsx";

export interface FormError {
  /** Name of the field, as given to `Field`; leave out for an error of the form as a whole. */
  name?: string;
  message: string;
}

interface FormErrorSummaryProps {
  errors: readonly FormError[];
  title?: string;
}

/** What stopped the form, each line leading to its field. Takes focus when it appears or its errors change. */
export function FormErrorSummary({
  errors,
  title = t("form_error_summary_this_was_not_saved"),
}: FormErrorSummaryProps) {
  const summary = useRef<HTMLDivElement>(null);
  const fingerprint = JSON.stringify(errors);
  useEffect(() => {
    if (fingerprint !== "[]") summary.current?.focus();
  }, [fingerprint]);
  if (errors.length === 0) return null;
  return (
    <div ref={summary} tabIndex={-1} role="alert" className="rounded-card">
      <Notice tone="danger" title={title}>
        <ul className="grid gap-1">
          {errors.map((error) => (
            <li key={`${error.name ?? ""}:${error.message}`}>
              {error.name === undefined ? (
                error.message
              ) : (
                <a href={`#${fieldId(error.name)}`} className="rounded-tag underline underline-offset-3">
                  {error.message}
                </a>
              )}
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}
