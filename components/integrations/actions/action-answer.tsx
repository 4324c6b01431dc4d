import { CodeBlock } from "#components/ui/code-block.tsx";
import { Duration } from "#components/ui/duration.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import type { CatalogueActionDto } from "#lib/marketplace/schema.ts";
import { integrationsActions as t } from "#lib/words/en/screens/integrations-actions.ts";
import { afterFailure, failureTitle } from "./run-words.ts";
import type { RunAnswer } from "./use-action-run.ts";

interface ActionAnswerProps {
  answer: RunAnswer;
  action: Pick<CatalogueActionDto, "title" | "effect">;
}

/** How a run turned out: what the app answered, or what went wrong and what to do. */
export function ActionAnswer({ answer, action }: ActionAnswerProps) {
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
