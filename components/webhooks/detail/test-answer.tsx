import { Badge } from "#components/ui/badge.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Status } from "#components/ui/status.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { TimingBar } from "#components/ui/timing-bar.tsx";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
import { attemptWords, timingSegments } from "./attempt-words.ts";

/** What an endpoint answered to a test. */
export function TestAnswer({ attempt }: { attempt: AttemptDetailDto }) {
  const { tone, word } = attemptWords(attempt);
  return (
    <div className="grid animate-fade-in gap-4 border-line border-t pt-4">
      <div className="grid gap-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <Status tone={tone} look="pill">
            {word}
          </Status>
          {attempt.statusCode !== null && <Badge isMono>{attempt.statusCode}</Badge>}
          <TextLink href={`/deliveries/${attempt.deliveryId}`} className="ml-auto">
            {t("test_answer_see_request_headers")}
          </TextLink>
        </div>
        <p>{attempt.message}</p>
      </div>
      <TimingBar segments={timingSegments(attempt.timing)} totalMs={attempt.timing.totalMs} />
      <AnswerBody response={attempt.response} />
    </div>
  );
}

function AnswerBody({ response }: Pick<AttemptDetailDto, "response">) {
  if (response === null) return <p className="text-muted">{t("answer_body_there_was_no_answer")}</p>;
  if (response.body === "") return <p className="text-muted">{t("answer_body_answer_had_no_body")}</p>;
  return (
    <CodeBlock
      label={t("answer_body_label")}
      code={response.body}
      language={isJson(response.body) ? "json" : "text"}
      note={response.isBodyCut ? t("answer_body_first_16_kib") : undefined}
      isWrappedAtFirst
    />
  );
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
