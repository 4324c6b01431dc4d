"use client";

import { type FocusEvent, useMemo, useState } from "react";
import type { FormError } from "#components/ui/form-error-summary.tsx";
import type { FieldError } from "#lib/errors.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { findProblems, type Problems, placeErrors } from "./form-problems.ts";
import { emptyValues, valuesOf, type WebhookFormValues } from "./form-values.ts";

/** What a new webhook starts with, when another page leads to the editor. */
export type Suggestion = { url?: string; eventTypes?: readonly string[] };

export type WebhookForm = ReturnType<typeof useWebhookForm>;

/**
 * What is typed in the editor, and what is wrong with it. A field shows its problem once it was left, or once the
 * form was sent; what the server refused stays until that field is changed.
 */
export function useWebhookForm(known: WebhookDto | undefined, suggested: Suggestion = {}) {
  const [initial] = useState(() => (known ? valuesOf(known) : startWith(suggested)));
  const [values, setValues] = useState(initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState<{ count: number; errors: readonly FormError[] }>({ count: 0, errors: [] });
  const [refused, setRefused] = useState<Problems>({});
  const problems = useMemo(() => findProblems(values, known), [values, known]);

  function isReviewed(name: string): boolean {
    return left.has(name) || sent.count > 0;
  }

  function showErrors(found: Problems) {
    const errors = Object.entries(found).map(([name, message]) => (name ? { name, message } : { message }));
    setSent(({ count }) => ({ count: count + 1, errors }));
  }

  return {
    known,
    values,
    isDirty: useMemo(() => JSON.stringify(values) !== JSON.stringify(initial), [values, initial]),
    /** What stopped the last sending, for FormErrorSummary; `count` tells one sending from the next. */
    sent,
    /** Takes what was typed into the field called `name`. */
    set(name: string, change: Partial<WebhookFormValues>) {
      setValues((current) => ({ ...current, ...change }));
      setRefused(({ [name]: _mended, ...others }) => others);
    },
    /** Whether the field was left, or the form sent: time to speak of its problems. */
    isReviewed,
    errorOf(name: string): string | undefined {
      return refused[name] ?? (isReviewed(name) ? problems[name] : undefined);
    },
    /** For the form's onBlur. Moving within a group of boxes is not leaving it. */
    leave(event: FocusEvent<HTMLElement>) {
      const name = event.target.getAttribute("name");
      const next = event.relatedTarget instanceof Element ? event.relatedTarget.getAttribute("name") : null;
      if (name && name !== next) setLeft((names) => new Set(names).add(name));
    },
    /** Shows every problem; true where there is none and the form may go to the server. */
    isReady(): boolean {
      setRefused({});
      showErrors(problems);
      return Object.keys(problems).length === 0;
    },
    /** Shows what the server found. */
    refuse(message: string, fieldErrors: readonly FieldError[]) {
      const placed = fieldErrors.length > 0 ? placeErrors(fieldErrors, values) : { "": message };
      setRefused(placed);
      showErrors(placed);
    },
  };
}

function startWith({ url = "", eventTypes = [] }: Suggestion): WebhookFormValues {
  return { ...emptyValues(), url, events: { isAll: false, chosen: eventTypes } };
}
