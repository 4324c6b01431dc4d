"use client";

import { Send } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { sendTestEvent } from "#app/(dashboard)/webhooks/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { durationText } from "#components/ui/time-text.ts";
import type { AttemptDetailDto } from "#lib/deliveries/schema.ts";
import { eventTypeOptions } from "../event-words.ts";
import { TestAnswer } from "./test-answer.tsx";

interface TestSenderProps {
  webhookId: string;
  /** Chosen at first: an event that the webhook asks for. */
  firstType: string;
  /** How long the webhook waits for an answer. */
  timeoutMs: number;
}

type Answer = { attempt: AttemptDetailDto } | { failure: string };

/** Sends an example event now and shows what the endpoint answered. */
export function TestSender({ webhookId, firstType, timeoutMs }: TestSenderProps) {
  const router = useRouter();
  const [eventType, setEventType] = useState(firstType);
  const [answer, setAnswer] = useState<Answer>();
  const [isPending, startTransition] = useTransition();

  function send() {
    startTransition(async () => {
      const result = await sendTestEvent(webhookId, eventType).catch(() => null);
      if (result === null) setAnswer({ failure: "Patchbay cannot be reached. Try again." });
      else setAnswer(result.ok ? { attempt: result.data } : { failure: result.message });
      router.refresh();
    });
  }

  return (
    <Card
      title="Send a test"
      description="An example event, sent once and right now. It is marked as a test in the log and does not count."
    >
      <div className="grid gap-4">
        <div className="flex flex-wrap items-end gap-2">
          <Field name="testEventType" label="Event" className="min-w-56 flex-1">
            <Select
              options={eventTypeOptions}
              value={eventType}
              onChange={(event) => setEventType(event.target.value)}
            />
          </Field>
          <Button icon={<Send aria-hidden />} isPending={isPending} onClick={send}>
            Send test
          </Button>
        </div>
        <div aria-live="polite" className="empty:hidden">
          {isPending ? (
            <p className="text-muted">{`Waiting for the answer, up to ${durationText(timeoutMs)}.`}</p>
          ) : (
            answer && <Outcome answer={answer} />
          )}
        </div>
      </div>
    </Card>
  );
}

function Outcome({ answer }: { answer: Answer }) {
  if ("failure" in answer) return <Notice tone="danger">{answer.failure}</Notice>;
  return <TestAnswer attempt={answer.attempt} />;
}
