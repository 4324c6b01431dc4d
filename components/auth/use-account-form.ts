"use client";

import { unstable_rethrow } from "next/navigation";
import { type SubmitEvent, useActionState, useState, useTransition } from "react";
import type { z } from "zod";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { auth as t } from "#lib/words/en/screens/auth.ts";
import { type AccountAction, type AccountAnswer, noAnswer } from "./account-answer.ts";

const unreachable = (): AccountAnswer => ({
  kind: "refused",
  message: t("unreachable_patchbay_could_not_reached"),
  fieldErrors: [],
  kept: {},
});

/**
 * A form that works before its script has loaded: the browser posts it, and the page comes back with the answer. After
 * that it is checked here first, and what was typed stays where it is.
 */
export function useAccountForm<Schema extends z.ZodObject>(action: AccountAction, schema: Schema) {
  const [served, post] = useActionState(action, noAnswer);
  const [latest, setLatest] = useState<AccountAnswer>();
  const [isPending, startTransition] = useTransition();
  const answer = latest ?? served;
  const fieldErrors = useFieldErrors(schema, served.kind === "refused" ? served : undefined);

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = Object.fromEntries(Object.keys(schema.shape).map((name) => [name, form.get(name) ?? ""]));
    if (isPending || !fieldErrors.checkAll(typed)) return;
    startTransition(async () => {
      const got = await action(noAnswer, form).catch((error: unknown) => {
        // A redirect comes as an error, which Next itself follows.
        unstable_rethrow(error);
        return unreachable();
      });
      setLatest(got);
      if (got.kind === "refused") fieldErrors.show(got.fieldErrors, got.message);
    });
  }

  return {
    answer,
    isPending,
    errors: fieldErrors.errors,
    summary: fieldErrors.summary,
    /** For the form element. */
    form: { action: post, onSubmit: submit, noValidate: true },
    /** For a text box; what was typed is back in it after the page was served again, but for passwords. */
    box(name: string) {
      const defaultValue = served.kind === "refused" ? served.kept[name] : undefined;
      return { defaultValue, ...fieldErrors.watch(name, () => {}) };
    },
  };
}
