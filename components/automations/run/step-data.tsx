import { CodeBlock } from "#components/ui/code-block.tsx";
import type { RunStepDto } from "#lib/automations/runs/run-schema.ts";

/** Folded away: what the app was given, and what it answered. */
export function StepData({ step }: { step: RunStepDto }) {
  const { input, output, isDataKept, title, status } = step;
  if (!isDataKept) {
    return (
      <p className="text-muted text-sm">What was sent and answered is so old that it is not kept any more.</p>
    );
  }
  if (input === null && output === null) return null;
  return (
    <details>
      <summary className="w-fit cursor-pointer rounded-tag py-1 font-medium text-accent-text text-sm max-md:py-2.5">
        {output !== null
          ? "What was sent and answered"
          : status === "review"
            ? "What would be sent"
            : "What was sent"}
        <span className="sr-only">: {title}</span>
      </summary>
      <div className="mt-1.5 grid gap-3">
        {input !== null && (
          <CodeBlock label={`Sent: ${title}`} language="json" code={JSON.stringify(input)} />
        )}
        {output !== null && (
          <CodeBlock label={`Answered: ${title}`} language="json" code={JSON.stringify(output)} />
        )}
      </div>
    </details>
  );
}
