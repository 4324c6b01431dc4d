"use client";

import { Check, Hourglass, X } from "lucide-react";
import { useRef, useState } from "react";
import { useDecision } from "#components/forms/use-decision.ts";
import { changeInbox } from "#components/test-inboxes/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { Spinner } from "#components/ui/spinner.tsx";
import { Status } from "#components/ui/status.tsx";
import type { InboxDto } from "#lib/test-inboxes/schema.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";
import { failingAnswers, type InboxMode, inboxAnswer } from "./inbox-answers.ts";

const modes = () =>
  [
    {
      value: "accept",
      label: t("modes_accept"),
      description: t("modes_answers_200_as_healthy"),
      icon: <Check aria-hidden />,
    },
    {
      value: "fail",
      label: t("modes_fail"),
      description: t("modes_answers_with_error_you"),
      icon: <X aria-hidden />,
    },
    {
      value: "hang",
      label: t("modes_hang"),
      description: t("modes_takes_request_never_answers"),
      icon: <Hourglass aria-hidden />,
    },
  ] as const satisfies readonly { value: InboxMode; [field: string]: unknown }[];

const statusOptions = () =>
  failingAnswers().map(({ status, name }) => ({
    value: String(status),
    label: `${status} ${name}`,
  }));

/** How the inbox answers, changed at a press. Without the right to change it, it is only told. */
export function InboxControls({ first, canChange }: { first: InboxDto; canChange: boolean }) {
  const [inbox, setInbox] = useState(first);
  const failButton = useRef<HTMLButtonElement>(null);
  const { form, result, isPending } = useDecision<InboxDto>(changeInbox, {
    onResult: (answer) => {
      if (answer.ok) setInbox(answer.data);
    },
  });
  const answer = inboxAnswer(inbox);

  return (
    <Card
      title={t("inbox_controls_title")}
      description={t("inbox_controls_description")}
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
          <form {...form} className="grid gap-4">
            <input type="hidden" name="id" value={inbox.id} />
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields, and these are buttons */}
            <div role="group" aria-label={t("inbox_controls_title")} className="grid gap-2.5 sm:grid-cols-3">
              {modes().map(({ value, label, description, icon }) => (
                <button
                  key={value}
                  ref={value === "fail" ? failButton : null}
                  type="submit"
                  name="mode"
                  value={value}
                  aria-pressed={answer.mode === value}
                  className="flex min-h-11 items-start gap-3 rounded-control border border-line-strong bg-surface p-3 text-left shadow-control transition-colors hover:border-control aria-pressed:border-accent aria-pressed:bg-accent-soft"
                >
                  <span className="grid min-w-0 flex-1">
                    <span className="font-medium text-ink">{label}</span>
                    <span className="text-muted text-sm">{description}</span>
                  </span>
                  <span className="text-muted [&_svg]:size-4.5">{icon}</span>
                </button>
              ))}
            </div>
            <Field name="failStatus" label={t("inbox_controls_label")} className="max-w-xs">
              <Select
                key={inbox.answerStatus}
                defaultValue={String(answer.mode === "fail" ? inbox.answerStatus : 500)}
                options={withCurrent(answer.mode === "fail" ? inbox.answerStatus : 500)}
                onChange={({ target }) => {
                  if (answer.mode === "fail") target.form?.requestSubmit(failButton.current);
                }}
              />
            </Field>
          </form>
        )}
        {result && !result.ok && (
          <div role="alert">
            <Notice tone="danger" title={t("inbox_controls_still_answers_as_before")}>
              {result.message}
            </Notice>
          </div>
        )}
        <Notice
          tone={answer.mode === "accept" ? "success" : "info"}
          title={t("inbox_controls_what_patchbay_will_do")}
        >
          {answer.consequence}
        </Notice>
      </div>
    </Card>
  );
}

/** The choices, with the current status among them also where it was set through the API to another one. */
function withCurrent(status: number) {
  const value = String(status);
  return statusOptions().some((option) => option.value === value)
    ? statusOptions()
    : [...statusOptions(), { value, label: value }];
}
