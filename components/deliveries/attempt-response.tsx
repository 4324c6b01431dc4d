import { CodeBlock } from "#components/ui/code-block.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { HeaderList } from "./header-list.tsx";

/** What came back in one attempt. */
export function AttemptResponse({ attempt }: { attempt: AttemptDetailDto }) {
  const { response, statusCode } = attempt;
  if (!response) return <p className="text-muted">No answer came back. {attempt.message}</p>;
  return (
    <div className="grid gap-4">
      <p className="font-mono text-sm">
        <span className="font-semibold">HTTP {statusCode}</span>
      </p>
      <HeaderList label="Response headers" headers={response.headers} />
      {response.body === "" ? (
        <p className="text-muted text-sm">The answer had no body.</p>
      ) : (
        <CodeBlock
          label="Response body"
          language={
            /json/i.test(contentType(response.headers)) || looksLikeJson(response.body) ? "json" : "text"
          }
          code={response.body}
          note={response.isBodyCut ? "cut at 16 KiB" : undefined}
        />
      )}
    </div>
  );
}

function contentType(headers: Readonly<Record<string, string>>): string {
  return headers["content-type"] ?? "";
}

function looksLikeJson(body: string): boolean {
  return /^\s*[[{]/.test(body);
}
