"use client";

import { type FocusEvent, useMemo, useState } from "react";
import type { FormError } from "#components/ui/form-error-summary.tsx";
import type { FieldError } from "#lib/errors.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { applyEdit } from "./form-edits.ts";
import { findProblems, type Problems, toProblems } from "./form-problems.ts";
import { emptyValues, toFormValues, type WebhookFormValues } from "./form-values.ts";

/** What a new webhook starts with, when another page leads to the editor. */
export type Suggestion = { url?: string; eventTypes?: readonly string[] };

/** What came of a form that the browser posted itself, no script being there. */
export interface PostedWebhook {
  /** As they were typed, and as the button that was pressed changed them. */
  values: WebhookFormValues;
  /** Why it was not saved; null where nothing was to be saved. */
  problems: Problems | null;
}

export type WebhookForm = ReturnType<typeof useWebhookForm>;

/**
 * What is typed in the editor, and what is wrong with it. A field shows its problem once it was left, or once the
 * form was sent; what the server refused stays until that field is changed.
 */
export function useWebhookForm(
  known: WebhookDto | undefined,
  suggested: Suggestion = {},
  posted: PostedWebhook | null = null,
) {
  const [initial] = useState(() => (known ? toFormValues(known) : startWith(suggested)));
  const [values, setValues] = useState(posted?.values ?? initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [sent, setSent] = useState(() =>
    posted?.problems ? { count: 1, errors: toFormErrors(posted.problems) } : { count: 0, errors: [] },
  );
  const [refused, setRefused] = useState<Problems>(posted?.problems ?? {});
  const problems = useMemo(() => findProblems(values, known), [values, known]);

  function isReviewed(name: string): boolean {
    return left.has(name) || sent.count > 0;
  }

  function showErrors(found: Problems) {
    setSent(({ count }) => ({ count: count + 1, errors: toFormErrors(found) }));
  }

  return {
    known,
    values,
    isDirty: useMemo(() => differ(values, initial), [values, initial]),
    /** Whether this is not what the form began with. */
    differs: (typed: WebhookFormValues) => differ(typed, initial),
    /** What stopped the last sending, for FormErrorSummary; `count` tells one sending from the next. */
    sent,
    /** Takes what was typed into the field called `name`. */
    set(name: string, change: Partial<WebhookFormValues>) {
      setValues((current) => ({ ...current, ...change }));
      setRefused(({ [name]: _mended, ...others }) => others);
    },
    /** Takes what stands in the controls. */
    take(typed: WebhookFormValues) {
      if (differ(typed, values)) setValues(typed);
    },
    /** Changes what is typed as a button of the field called `name` does. */
    edit(name: string, edit: string) {
      setValues((current) => applyEdit(current, edit));
      setRefused(({ [name]: _mended, ...others }) => others);
    },
    /** Whether the field was left, or the form sent: time to speak of its problems. */
    isReviewed,
    findError(name: string): string | undefined {
      return refused[name] ?? (isReviewed(name) ? problems[name] : undefined);
    },
    /** For the form's onBlur. Moving within a group of boxes is not leaving it. */
    leave(event: FocusEvent<HTMLElement>) {
      const name = event.target.getAttribute("name");
      const next = event.relatedTarget instanceof Element ? event.relatedTarget.getAttribute("name") : null;
      if (name && name !== next) setLeft((names) => new Set(names).add(name));
    },
    /**
     * Takes what stands in the controls, where some of it may have been typed before the script came, and shows every
     * problem.
     * @returns whether there is none and the form may go to the server
     */
    isReady(typed: WebhookFormValues): boolean {
      setValues(typed);
      setRefused({});
      const found = findProblems(typed, known);
      showErrors(found);
      return Object.keys(found).length === 0;
    },
    /** Shows what the server found. */
    refuse(message: string, fieldErrors: readonly FieldError[]) {
      const placed = toProblems(message, fieldErrors, values);
      setRefused(placed);
      showErrors(placed);
    },
  };
}

/** Rows count by their order, not by their keys. */
function differ(one: WebhookFormValues, other: WebhookFormValues): boolean {
  const toText = (values: WebhookFormValues) =>
    JSON.stringify(values, (name, value) => (name === "key" ? undefined : value));
  return toText(one) !== toText(other);
}

function toFormErrors(found: Problems): FormError[] {
  return Object.entries(found).map(([name, message]) => (name ? { name, message } : { message }));
}

function startWith({ url = "", eventTypes = [] }: Suggestion): WebhookFormValues {
  return { ...emptyValues(), url, events: { isAll: false, chosen: eventTypes } };
}
