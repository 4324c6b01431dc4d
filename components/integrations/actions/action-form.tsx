"use client";

import { Play, WandSparkles } from "lucide-react";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import { SchemaFormFields } from "#components/schema-form/schema-form-fields.tsx";
import { useSchemaForm } from "#components/schema-form/use-schema-form.ts";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { toneText } from "#components/ui/tone.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueActionDto } from "#lib/providers/schema.ts";
import { ActionAnswer } from "./action-answer.tsx";
import { runWords } from "./run-words.ts";
import { useActionRun } from "./use-action-run.ts";

interface ActionFormProps {
  action: CatalogueActionDto;
  integration: Pick<IntegrationDto, "id" | "environment" | "account">;
  resources: ResourceSource;
}

/** Tries an action on a connected account; what was filled in stays, however it turns out. */
export function ActionForm({ action, integration, resources }: ActionFormProps) {
  const form = useSchemaForm({ schema: action.inputSchema, prefix: action.id });
  const { run, answer, isPending } = useActionRun(form, integration.id, action.id);
  const words = runWords(action, integration);
  return (
    <form
      noValidate
      aria-label={action.title}
      className="grid max-w-form gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) run(new FormData(event.currentTarget));
      }}
    >
      <FormErrorSummary title="This was not run yet" errors={form.summary} />
      {form.fields.length === 0 ? (
        <p className="text-muted">There is nothing to fill in.</p>
      ) : (
        <>
          <Button
            size="sm"
            icon={<WandSparkles aria-hidden />}
            className="justify-self-start"
            onClick={() => form.fill(action.example)}
          >
            Fill in the example
          </Button>
          <SchemaFormFields form={form} resources={resources} />
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-4">
        <Button type="submit" variant="primary" icon={<Play aria-hidden />} isPending={isPending}>
          Run
        </Button>
        <p className={cn("flex min-w-0 items-start gap-1.5 text-sm", toneText[words.tone])}>
          <ToneIcon tone={words.tone} className="mt-0.5 size-3.5" />
          {words.text}
        </p>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {isPending ? (
          <p className="text-muted">Waiting for the app’s answer.</p>
        ) : (
          answer && <ActionAnswer answer={answer} action={action} />
        )}
      </div>
    </form>
  );
}
