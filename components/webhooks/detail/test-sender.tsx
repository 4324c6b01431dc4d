"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDecision } from "#components/forms/use-decision.ts";
import { Badge } from "#components/ui/badge.tsx";
import { Card } from "#components/ui/card.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { Status } from "#components/ui/status.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { durationText } from "#components/ui/time-text.ts";
import { TimingBar } from "#components/ui/timing-bar.tsx";
import { sendTestEvent } from "#components/webhooks/server-actions.ts";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import type { ActionResult } from "#lib/transport/action.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
import { eventTypeOptions } from "../event-words.ts";
import { attemptWords, timingSegments } from "./attempt-words.ts";

interface TestSenderProps {
  webhookId: string;
  /** Chosen at first: an event that the webhook asks for. */
  firstType: string;
  /** How long the webhook waits for an answer. */
  timeoutMs: number;
}

/** Sends an example event now and shows what the endpoint answered. */
export function TestSender({ webhookId, firstType, timeoutMs }: TestSenderProps) {
  const router = useRouter();
  const decision = useDecision<AttemptDetailDto>(sendTestEvent, {
    onResult: router.refresh,
  });
  const { form, result, isPending } = decision;

  return (
    <Card title={t("test_sender_title")} description={t("test_sender_description")}>
      <div className="grid gap-4">
        <form {...form} className="flex flex-wrap items-end gap-2">
          <input type="hidden" name="id" value={webhookId} />
          <Field name="eventType" label={t("test_sender_label")} className="min-w-56 flex-1">
            <Select options={eventTypeOptions()} defaultValue={firstType} />
          </Field>
          <SubmitButton variant="secondary" icon={<Send aria-hidden />} isPending={isPending}>
            {t("test_sender_send_test")}
          </SubmitButton>
        </form>
        <div aria-live="polite" className="empty:hidden">
          {isPending ? (
            <p className="text-muted">
              {t("test_sender_waiting_answer_up_durationtext", { durationText: durationText(timeoutMs) })}
            </p>
          ) : (
            result && <Outcome result={result} />
          )}
        </div>
      </div>
    </Card>
  );
}

function Outcome({ result }: { result: ActionResult<AttemptDetailDto> }) {
  if (!result.ok) return <Notice tone="danger">{result.message}</Notice>;
  return <TestAnswer attempt={result.data} />;
}

/** What an endpoint answered to a test. */
function TestAnswer({ attempt }: { attempt: AttemptDetailDto }) {
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
