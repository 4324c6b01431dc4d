import { CodeBlock } from "#components/ui/code-block.tsx";
import type { RunStepDto } from "#lib/automations/runs/run-schema.ts";
import { automationsRun as t } from "#lib/words/en/screens/automations-run.ts";

/** Folded away: what the app was given, and what it answered. */
export function StepData({ step }: { step: RunStepDto }) {
  const { input, output, isDataKept, title, status } = step;
  if (!isDataKept) {
    return <p className="text-muted text-sm">{t("step_data_what_was_sent_answered")}</p>;
  }
  if (input === null && output === null) return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-tag py-1 font-medium text-accent-text text-sm max-md:py-2.5">
        {t.rich("step_data_select_yes_what_was", {
          is: output !== null ? "yes" : "no",
          status,
          title: <span className="sr-only">: {title}</span>,
        })}
      </summary>
      <div className="mt-1.5 grid gap-3">
        {input !== null && (
          <CodeBlock
            label={t("step_data_sent_title", { title })}
            language="json"
            code={JSON.stringify(input)}
          />
        )}
        {output !== null && (
          <CodeBlock
            label={t("step_data_answered_title", { title })}
            language="json"
            code={JSON.stringify(output)}
          />
        )}
      </div>
    </details>
  );
}
