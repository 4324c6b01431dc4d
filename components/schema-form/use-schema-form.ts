"use client";

import { useMemo, useRef, useState } from "react";
import type { FormError } from "#components/ui/form-error-summary.tsx";
import { controlName } from "./control-name.ts";
import { createDraft, type DraftGroup } from "./draft.ts";
import { draftOfForm } from "./draft-of-form.ts";
import { messagesByPath, type PlacedProblem, type Problem, placeProblems } from "./problems.ts";
import { readDraft } from "./read-draft.ts";
import { readFields } from "./shape.ts";

interface SchemaFormOptions {
  /** JSON Schema of the input. */
  schema: Readonly<Record<string, unknown>>;
  /** Unique on the page. */
  prefix: string;
  /** What stands in the form at first. */
  initial?: unknown;
  /** What was typed, where the browser posted the form itself; in place of `initial`. */
  typed?: DraftGroup | undefined;
  /** What the server puts before the form's own paths, such as `input`. */
  root?: string;
  /** What the server refused, where the browser posted the form itself. */
  refused?: { fieldErrors: readonly Problem[]; message: string } | null | undefined;
}

/** A form drawn from a JSON Schema: what is typed, what it comes to, and what is wrong with it. */
export function useSchemaForm({ schema, prefix, initial, typed, root, refused }: SchemaFormOptions) {
  const fields = useMemo(() => readFields(schema), [schema]);
  const [draft, setDraft] = useState<DraftGroup>(() => typed ?? createDraft(fields, initial));
  const [atFirst] = useState(() => (refused ? placed(refused.fieldErrors, refused.message) : []));
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>(() => messagesByPath(atFirst));
  // The summary takes focus when it changes, so it must not follow what is found while a person fills in the form.
  const [summary, setSummary] = useState<readonly FormError[]>(() => atFirst.map(inSummary));

  function placed(problems: readonly Problem[], message: string): readonly PlacedProblem[] {
    return problems.length > 0 ? placeProblems(fields, problems, root) : [{ path: null, message }];
  }

  function inSummary({ path, message }: PlacedProblem): FormError {
    return path === null ? { message } : { name: controlName(prefix, path), message };
  }

  function put(problems: readonly PlacedProblem[]) {
    setErrors(messagesByPath(problems));
    setSummary(problems.map(inSummary));
  }

  function forget(path: string) {
    if (errors[path] === undefined) return;
    const { [path]: _gone, ...others } = errors;
    setErrors(others);
  }

  function take(form: FormData) {
    const typed = draftOfForm(fields, prefix, form);
    const read = readDraft(fields, typed);
    if (JSON.stringify(readDraft(fields, draft)) !== JSON.stringify(read)) setDraft(typed);
    return read;
  }

  const isAttached = useRef(false);

  return {
    /** For the `<form>`: takes over what was typed before the script came, which drawing the form again would wipe out. */
    attach(form: HTMLFormElement | null) {
      if (form === null || isAttached.current) return;
      isAttached.current = true;
      take(new FormData(form));
    },
    prefix,
    fields,
    draft,
    setDraft,
    errors,
    summary,
    onEdit: forget,
    /** An empty field is left alone: a person who only passes by has made no mistake yet. */
    onLeave(path: string) {
      const found = readDraft(fields, draft).problems.find((problem) => problem.path === path);
      if (found && !found.isMissing) setErrors({ ...errors, [path]: found.message });
    },
    /** Fills every field again. */
    fill(input: unknown) {
      setDraft(createDraft(fields, input));
      put([]);
    },
    /** What stands in the controls as input, or undefined with every problem shown. */
    read(form: FormData): Record<string, unknown> | undefined {
      const { input, problems } = take(form);
      put(problems);
      return problems.length === 0 ? input : undefined;
    },
    /** What the server found; without problems of fields, its message is one of the form. */
    show(problems: readonly Problem[], message: string) {
      put(placed(problems, message));
    },
    clear: () => put([]),
  };
}

export type SchemaFormState = ReturnType<typeof useSchemaForm>;
