"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useDecision } from "#components/forms/use-decision.ts";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { durationText } from "#components/ui/time-text.ts";
import { sendTestEvent } from "#components/webhooks/server-actions.ts";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import type { ActionResult } from "#lib/transport/action.ts";
import { webhooksDetailBrowser as t } from "#lib/words/en/screens/webhooks-detail-browser.ts";
import { eventTypeOptions } from "../event-words.ts";
import { TestAnswer } from "./test-answer.tsx";

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
            <Select options={eventTypeOptions} defaultValue={firstType} />
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
