import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import { TimingBar } from "#components/ui/timing-bar.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { curlCommand } from "./curl.ts";
import { HeaderList } from "./header-list.tsx";
import { timingSegments } from "./timing-segments.ts";

interface AttemptDetailProps {
  attempt: AttemptDetailDto;
  isOpenAtFirst: boolean;
  /** Of a run: what it sent and was answered stands with its steps. */
  isRun?: boolean;
}

/** One attempt: what happened in words, where the time went, and folded away what was sent and what came back. */
export function AttemptDetail({ attempt, isOpenAtFirst, isRun = false }: AttemptDetailProps) {
  if (isRun) return <p className="text-muted [overflow-wrap:anywhere]">{attempt.message}</p>;
  return (
    <div className="grid gap-3">
      <p className="text-muted">{attempt.message}</p>
      <TimingBar segments={timingSegments(attempt.timing)} totalMs={attempt.timing.totalMs} />
      <details open={isOpenAtFirst} className="min-w-0">
        <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
          {t("attempt_detail_request_response")}
        </summary>
        <div className="mt-2">
          <Tabs
            label={t("attempt_detail_attempt_number", { number: attempt.number })}
            defaultValue={attempt.outcome === "delivered" ? "request" : "response"}
            tabs={[
              {
                value: "request",
                label: t("attempt_detail_request"),
                content: <AttemptRequest request={attempt.request} />,
              },
              {
                value: "response",
                label: t("attempt_detail_response"),
                content: <AttemptResponse attempt={attempt} />,
              },
            ]}
          />
        </div>
      </details>
    </div>
  );
}

/** What was sent in one attempt. */
function AttemptRequest({ request }: { request: AttemptDetailDto["request"] }) {
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

/** What came back in one attempt. */
function AttemptResponse({ attempt }: { attempt: AttemptDetailDto }) {
  const { response, statusCode } = attempt;
  if (!response)
    return (
      <p className="text-muted">{t("attempt_response_no_answer_came_back", { message: attempt.message })}</p>
    );
  return (
    <div className="grid gap-4">
      <p className="font-mono text-sm">
        <span className="font-semibold">
          {t("attempt_response_http_statuscode", { statusCode: statusCode ?? "" })}
        </span>
      </p>
      <HeaderList label={t("attempt_response_label")} headers={response.headers} />
      {response.body === "" ? (
        <p className="text-muted text-sm">{t("attempt_response_answer_had_no_body")}</p>
      ) : (
        <CodeBlock
          label={t("attempt_response_response_body")}
          language={
            /json/i.test(contentType(response.headers)) || looksLikeJson(response.body) ? "json" : "text"
          }
          code={response.body}
          note={response.isBodyCut ? t("attempt_response_cut_16_kib") : undefined}
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
