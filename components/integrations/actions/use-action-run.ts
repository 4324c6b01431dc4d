"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { runAppAction } from "#app/(dashboard)/marketplace/actions.ts";
import type { SchemaFormState } from "#components/schema-form/use-schema-form.ts";
import type { ActionResultDto } from "#lib/integrations/schema.ts";
import { keyFor, randomKey, type SentKey } from "./retry-key.ts";

export type RunAnswer =
  | { kind: "done"; result: ActionResultDto }
  | { kind: "failed"; code: string; message: string };

/** Runs an action with what the form holds, and keeps the last answer. */
export function useActionRun(form: SchemaFormState, integrationId: string, action: string) {
  const router = useRouter();
  const sent = useRef<SentKey | null>(null);
  const [answer, setAnswer] = useState<RunAnswer>();
  const [isPending, startTransition] = useTransition();

  function run(typed: FormData) {
    // An answer to what was filled in before must not stand under what is filled in now.
    setAnswer(undefined);
    const input = form.read(typed);
    if (!input) return;
    const current = keyFor(sent.current, input, randomKey);
    sent.current = current;
    startTransition(async () => {
      const result = await runAppAction({ id: integrationId, action, input }, current.key).catch(() => null);
      if (result === null) {
        setAnswer({
          kind: "failed",
          code: "unreachable",
          message: "Patchbay cannot be reached, so its answer is not known.",
        });
      } else if (result.ok) {
        sent.current = null;
        setAnswer({ kind: "done", result: result.data });
      } else {
        if (result.fieldErrors.length > 0) form.show(result.fieldErrors, result.message);
        setAnswer({ kind: "failed", code: result.code, message: result.message });
      }
      router.refresh();
    });
  }

  return { run, answer, isPending };
}
