"use client";

import { Play, WandSparkles } from "lucide-react";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import type { ResourceSource } from "#components/schema-form/form-context.ts";
import { SchemaFormFields } from "#components/schema-form/schema-form-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Duration } from "#components/ui/duration.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import { toneText } from "#components/ui/tone.ts";
import { ToneIcon } from "#components/ui/tone-icon.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueActionDto } from "#lib/marketplace/schema.ts";
import { integrationsActions as t } from "#lib/words/en/screens/integrations-actions.ts";
import { afterFailure, failureTitle, runWords } from "./run-words.ts";
import { type RunAnswer, useActionRun } from "./use-action-run.ts";

interface ActionAnswerProps {
  answer: RunAnswer;
  action: Pick<CatalogueActionDto, "title" | "effect">;
}

interface ActionFormProps {
  action: CatalogueActionDto;
  integration: Pick<IntegrationDto, "id" | "provider" | "environment" | "account">;
  resources: ResourceSource;
}

/** Tries an action on a connected account; what was filled in stays, however it turns out. */
export function ActionForm({ action, integration, resources }: ActionFormProps) {
  const { form, post, key, run, answer, isPending } = useActionRun(integration.id, action);
  const words = runWords(action, integration);
  return (
    <form
      ref={form.attach}
      action={post}
      noValidate
      aria-label={action.title}
      className="grid max-w-form gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isPending) run(new FormData(event.currentTarget));
      }}
    >
      {/* Enter stands for the first button, which must not be the one that fills in. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
      <HiddenFields
        values={{ "run:id": integration.id, "run:provider": integration.provider, "run:action": action.id }}
      />
      {/* Each rendering makes another one; the form as the browser has it keeps its own. */}
      <input type="hidden" name="run:key" value={key} suppressHydrationWarning />
      <FormErrorSummary title={t("action_form_title")} errors={form.summary} />
      {form.fields.length === 0 ? (
        <p className="text-muted">{t("action_form_there_nothing_fill")}</p>
      ) : (
        <>
          <Button
            size="sm"
            icon={<WandSparkles aria-hidden />}
            className="justify-self-start"
            type="submit"
            name="run:example"
            value="yes"
            onClick={(event) => {
              event.preventDefault();
              form.fill(action.example);
            }}
          >
            {t("action_form_fill_example")}
          </Button>
          <SchemaFormFields form={form} resources={resources} />
        </>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-t pt-4">
        <Button type="submit" variant="primary" icon={<Play aria-hidden />} isPending={isPending}>
          {t("action_form_run")}
        </Button>
        <p className={cn("flex min-w-0 items-start gap-1.5 text-sm", toneText[words.tone])}>
          <ToneIcon tone={words.tone} className="mt-0.5 size-3.5" />
          {words.text}
        </p>
      </div>
      <div aria-live="polite" className="empty:hidden">
        {isPending ? (
          <p className="text-muted">{t("action_form_waiting_app_s_answer")}</p>
        ) : (
          answer && <ActionAnswer answer={answer} action={action} />
        )}
      </div>
    </form>
  );
}

/** How a run turned out: what the app answered, or what went wrong and what to do. */
function ActionAnswer({ answer, action }: ActionAnswerProps) {
  if (answer.kind === "failed") {
    const advice = afterFailure(answer.code, action);
    return (
      <Notice tone="danger" title={failureTitle(answer.code, action)}>
        <p>{answer.message}</p>
        {advice && <p className="text-muted">{advice}</p>}
      </Notice>
    );
  }
  const { output, durationMs } = answer.result;
  return (
    <div className="grid animate-fade-in gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Status tone="success" look="pill">
          {t("action_answer_done")}
        </Status>
        <span className="text-muted text-sm">
          {t.rich("action_answer_duration", { duration: <Duration ms={durationMs} /> })}
        </span>
      </p>
      <CodeBlock
        label={t("action_answer_answer_title", { title: action.title })}
        language="json"
        code={JSON.stringify(output)}
        isWrappedAtFirst
      />
    </div>
  );
}
