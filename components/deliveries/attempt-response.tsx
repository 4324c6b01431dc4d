import { CodeBlock } from "#components/ui/code-block.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { deliveriesDetail as t } from "#lib/words/en/screens/deliveries-detail.ts";
import { HeaderList } from "./header-list.tsx";

/** What came back in one attempt. */
export function AttemptResponse({ attempt }: { attempt: AttemptDetailDto }) {
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
