import { CodeBlock } from "#components/ui/code-block.tsx";
import { Duration } from "#components/ui/duration.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Status } from "#components/ui/status.tsx";
import type { CatalogueActionDto } from "#lib/marketplace/schema.ts";
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
          Done
        </Status>
        <span className="text-muted text-sm">
          in <Duration ms={durationMs} />
        </span>
      </p>
      <CodeBlock
        label={`Answer of ${action.title}`}
        language="json"
        code={JSON.stringify(output)}
        isWrappedAtFirst
      />
    </div>
  );
}
