"use client";

import { useRouter } from "next/navigation";
import { useActionState, useState, useTransition } from "react";
import { postAppAction, runAppAction } from "#components/integrations/server-actions.ts";
import type { DraftGroup } from "#components/schema-form/draft.ts";
import type { Problem } from "#components/schema-form/problems.ts";
import { useSchemaForm } from "#components/schema-form/use-schema-form.ts";
import type { ActionResultDto } from "#lib/integrations/schema.ts";
import type { CatalogueActionDto } from "#lib/marketplace/schema.ts";
import { integrationsActions as t } from "#lib/words/en/screens/integrations-actions.ts";
import { randomKey } from "./retry-key.ts";

export type RunAnswer =
  | { kind: "done"; result: ActionResultDto }
  | { kind: "failed"; code: string; message: string };

/** What came of a form that the browser posted itself, no script being there. */
export interface PostedRun {
  /** What stands in the form now. */
  typed: DraftGroup | undefined;
  refused: { fieldErrors: readonly Problem[]; message: string } | null;
  /** How the run turned out; undefined where there was none. */
  answer?: RunAnswer | undefined;
  /** Of the form, as long as no run of it has succeeded. */
  key: string | undefined;
}

/** The form of an action: what is typed, and how the last run turned out. */
export function useActionRun(integrationId: string, action: CatalogueActionDto) {
  const router = useRouter();
  const [posted, post] = useActionState<PostedRun | null, FormData>(postAppAction, null);
  const form = useSchemaForm({
    schema: action.inputSchema,
    prefix: action.id,
    typed: posted?.typed,
    refused: posted?.refused,
  });
  const [key, setKey] = useState(() => posted?.key ?? randomKey());
  const [answer, setAnswer] = useState(posted?.answer);
  const [isPending, startTransition] = useTransition();

  function run(typed: FormData) {
    // An answer to what was filled in before must not stand under what is filled in now.
    setAnswer(undefined);
    const input = form.read(typed);
    if (!input) return;
    startTransition(async () => {
      const result = await runAppAction({ id: integrationId, action: action.id, input }, key).catch(
        () => null,
      );
      if (result === null) {
        setAnswer({
          kind: "failed",
          code: "unreachable",
          message: t("run_patchbay_cannot_reached_so"),
        });
      } else if (result.ok) {
        setKey(randomKey());
        setAnswer({ kind: "done", result: result.data });
      } else {
        if (result.fieldErrors.length > 0) form.show(result.fieldErrors, result.message);
        setAnswer({ kind: "failed", code: result.code, message: result.message });
      }
      router.refresh();
    });
  }

  return { form, post, key, run, answer, isPending };
}
