"use client";

import { Check, Hourglass, X } from "lucide-react";
import { useState, useTransition } from "react";
import { changeInbox } from "#app/(dashboard)/test-inboxes/actions.ts";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { RadioCards } from "#components/ui/radio-cards.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Status } from "#components/ui/status.tsx";
import type { InboxDto } from "#lib/sandbox/inbox/schema.ts";
import { failingAnswers, type InboxMode, inboxAnswer, inboxChange } from "./inbox-answers.ts";

const cards = [
  {
    value: "accept",
    label: "Accept",
    description: "Answers 200, as a healthy app does.",
    icon: <Check aria-hidden />,
  },
  {
    value: "fail",
    label: "Fail",
    description: "Answers with the error you choose.",
    icon: <X aria-hidden />,
  },
  {
    value: "hang",
    label: "Hang",
    description: "Takes the request and never answers.",
    icon: <Hourglass aria-hidden />,
  },
] as const satisfies readonly { value: InboxMode; [field: string]: unknown }[];

const statusOptions = failingAnswers.map(({ status, name }) => ({
  value: String(status),
  label: `${status} ${name}`,
}));

/** How the inbox answers, changed at a press. Without the right to change it, it is only told. */
export function InboxControls({ first, canChange }: { first: InboxDto; canChange: boolean }) {
  const [inbox, setInbox] = useState(first);
  const [failure, setFailure] = useState<string | null>(null);
  const [isPending, startTransition] = useTransition();
  const answer = inboxAnswer(inbox);
  const [failStatus, setFailStatus] = useState(answer.mode === "fail" ? inbox.answerStatus : 500);

  function apply(mode: InboxMode, status: number) {
    setFailure(null);
    setFailStatus(status);
    startTransition(async () => {
      const result = await changeInbox({ id: inbox.id, ...inboxChange(mode, status) }).catch(() => null);
      if (result === null) setFailure("Patchbay cannot be reached. Try again.");
      else if (result.ok) setInbox(result.data);
      else setFailure(result.message);
    });
  }

  return (
    <Card
      title="How it answers"
      description="Changes count from the next request on."
      actions={
        <span role="status" className="inline-flex items-center gap-2">
          {isPending && <Spinner />}
          <Status tone={answer.tone} look="pill">
            {answer.text}
          </Status>
        </span>
      }
    >
      <div className="grid gap-4">
        {canChange && (
          <>
            <RadioCards
              name="mode"
              legend="How it answers"
              isLegendHidden
              columns={3}
              cards={cards}
              value={answer.mode}
              onValueChange={(value) => apply(modeOf(value), failStatus)}
            />
            {answer.mode === "fail" && (
              <Field name="failStatus" label="With which status" className="max-w-xs">
                <Select
                  value={String(inbox.answerStatus)}
                  options={withCurrent(inbox.answerStatus)}
                  onChange={(event) => apply("fail", Number(event.target.value))}
                />
              </Field>
            )}
          </>
        )}
        {failure && (
          <div role="alert">
            <Notice tone="danger" title="It still answers as before">
              {failure}
            </Notice>
          </div>
        )}
        <Notice tone={answer.mode === "accept" ? "success" : "info"} title="What Patchbay will do">
          {answer.consequence}
        </Notice>
      </div>
    </Card>
  );
}

function modeOf(value: string): InboxMode {
  return value === "fail" || value === "hang" ? value : "accept";
}

/** The choices, with the current status among them also where it was set through the API to another one. */
function withCurrent(status: number) {
  const value = String(status);
  return statusOptions.some((option) => option.value === value)
    ? statusOptions
    : [...statusOptions, { value, label: value }];
}
