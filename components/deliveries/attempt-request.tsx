import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { curlCommand } from "./curl.ts";
import { HeaderList } from "./header-list.tsx";

/** What was sent in one attempt. */
export function AttemptRequest({ request }: { request: AttemptDetailDto["request"] }) {
  if (request === null) return <NotKept>What was sent is not kept any more, or nothing was.</NotKept>;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 font-mono text-sm [overflow-wrap:anywhere]">
          <span className="font-semibold">{request.method}</span> {request.url}
        </p>
        <CopyButton look="button" text={curlCommand(request)} label="as curl" />
      </div>
      <HeaderList label="Request headers" headers={request.headers} />
      {request.body === null ? (
        <NotKept>The body is not kept any more.</NotKept>
      ) : (
        <CodeBlock label="Request body" language="json" code={request.body} />
      )}
    </div>
  );
}

function NotKept({ children }: { children: string }) {
  return <p className="text-muted text-sm">{children}</p>;
}
