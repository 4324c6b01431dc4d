import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { curlCommand } from "./curl.ts";
import { HeaderList } from "./header-list.tsx";

/** What was sent in one attempt. */
export function AttemptRequest({ request }: { request: AttemptDetailDto["request"] }) {
  if (request === null) return <NotKept>{t("attempt_request_what_was_sent_not")}</NotKept>;
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="min-w-0 font-mono text-sm [overflow-wrap:anywhere]">
          <span className="font-semibold">{request.method}</span> {request.url}
        </p>
        <CopyButton look="button" text={curlCommand(request)} label={t("attempt_request_label")} />
      </div>
      <HeaderList label={t("attempt_request_request_headers")} headers={request.headers} />
      {request.body === null ? (
        <NotKept>{t("attempt_request_body_not_kept_any")}</NotKept>
      ) : (
        <CodeBlock label={t("attempt_request_request_body")} language="json" code={request.body} />
      )}
    </div>
  );
}

function NotKept({ children }: { children: string }) {
  return <p className="text-muted text-sm">{children}</p>;
}
