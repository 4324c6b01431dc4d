"use client";

import { Check } from "lucide-react";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { markAllNoticesRead } from "#components/notices/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { noticesBrowser as t } from "#lib/words/en/screens/notices-browser.ts";

/** Marks every notice to the reader as read. */
export function MarkReadButton() {
  return (
    <DecisionForm action={markAllNoticesRead} about={{}}>
      {({ isPending }) => (
        <SubmitButton variant="secondary" icon={<Check aria-hidden />} isPending={isPending}>
          {t("mark_read_button_mark_all_as_read")}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
