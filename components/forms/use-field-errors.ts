"use client";

import { type ChangeEvent, type FocusEvent, useState } from "react";
import type { z } from "zod";
import type { FormError } from "#components/ui/form-error-summary.tsx";
import { toldProblem } from "./told-problem.ts";

/** What is wrong with which field; the name `""` stands for the form as a whole. */
type Errors = Readonly<Record<string, string>>;

/** What a server found: without errors of fields, the message is one of the form. */
type Refusal = { fieldErrors: readonly { path: string; message: string }[]; message: string };

/**
 * The errors of a form: found when a field is left and when the form is sent, or told by the server. `refusal` is what
 * the page was served with, where the form was sent before its script had loaded.
 */
export function useFieldErrors<Schema extends z.ZodObject>(schema: Schema, refusal?: Refusal) {
  const [errors, setErrors] = useState<Errors>(() => (refusal ? toErrors(refusal) : {}));
  // The summary takes focus when it changes, so it must not follow what is found while a person fills in the form.
  const [summary, setSummary] = useState<readonly FormError[]>(() => toFormErrors(errors));

  function put(found: Errors) {
    setErrors(found);
    setSummary(toFormErrors(found));
  }

  function checkField(name: string, value: string) {
    const field = schema.shape[name];
    // An empty one is left alone: a person who only passes by has made no mistake yet.
    if (!field || (value === "" && errors[name] === undefined)) return;
    const message = field.safeParse(value).error?.issues[0]?.message;
    const { [name]: _before, ...others } = errors;
    setErrors(message === undefined ? others : { ...others, [name]: toldProblem(message) });
  }

  return {
    /** For the fields, by name. */
    errors,
    /** For FormErrorSummary: what stopped the form when it was last sent. */
    summary,
    /**
     * What a text box needs besides its value. It is checked when it is left, and while it is wrong at each stroke: were
     * its error to go only when it is left, the page would move under a press on the submit button.
     */
    watch(name: string, setValue?: (value: string) => void) {
      return {
        onBlur: (event: FocusEvent<HTMLInputElement>) => checkField(name, event.target.value),
        onChange: (event: ChangeEvent<HTMLInputElement>) => {
          setValue?.(event.target.value);
          if (errors[name] !== undefined) checkField(name, event.target.value);
        },
      };
    },
    /** When the form is sent: the values as the schema has them, or undefined with every error shown. */
    checkAll(values: unknown): z.output<Schema> | undefined {
      const result = schema.safeParse(values);
      if (result.success) {
        put({});
        return result.data;
      }
      const found = result.error.issues.map(({ path, message }) => ({
        path: String(path[0] ?? ""),
        message: toldProblem(message),
      }));
      put(byName(found));
      return undefined;
    },
    /** What the server found; without errors of fields, its message is one of the form. */
    show(fieldErrors: readonly { path: string; message: string }[], message: string) {
      put(toErrors({ fieldErrors, message }));
    },
  };
}

function toErrors({ fieldErrors, message }: Refusal): Errors {
  return fieldErrors.length > 0 ? byName(fieldErrors) : { "": message };
}

function toFormErrors(errors: Errors): FormError[] {
  return Object.entries(errors).map(([name, message]) => (name === "" ? { message } : { name, message }));
}

/** The first error of each field; one deeper inside a field is the field's. */
function byName(found: readonly { path: string; message: string }[]): Errors {
  const errors: Record<string, string> = {};
  for (const { path, message } of found) errors[/^[^.[]*/.exec(path)?.[0] ?? ""] ??= message;
  return errors;
}
