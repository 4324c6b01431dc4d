"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { DecisionOutcome } from "#components/forms/decision-form.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { makeInbox } from "#components/test-inboxes/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createInboxInput, type InboxDto } from "#lib/test-inboxes/schema.ts";
import { common } from "#lib/words/en/screens/common.ts";
import { testInboxes as t } from "#lib/words/en/screens/test-inboxes.ts";

/** Makes a test inbox and leads to it. */
export function CreateInboxButton() {
  const router = useRouter();
  const { errors, summary, checkAll, show, watch } = useFieldErrors(createInboxInput);
  const decision = useDecision<InboxDto>(makeInbox, {
    page: "/test-inboxes",
    isReady: (form) => checkAll({ name: form.get("name") }) !== undefined,
    onResult: (result) => {
      if (!result.ok) return show(result.fieldErrors, result.message);
      router.push(`/test-inboxes/${result.data.id}`);
      router.refresh();
    },
  });

  return (
    <>
      <Dialog
        title={t("create_inbox_button_title")}
        description={t("create_inbox_button_description")}
        trigger={
          <Button variant="primary" icon={<Plus aria-hidden />}>
            {t("create_inbox_button_create_inbox")}
          </Button>
        }
      >
        <form {...decision.form} noValidate className="grid gap-4">
          <FormErrorSummary
            title={t("create_inbox_button_inbox_was_not_created")}
            errors={summary.filter((error) => error.name === undefined)}
          />
          <Field
            name="name"
            label={common("name")}
            help={t("create_inbox_button_help")}
            error={errors.name}
            isRequired
          >
            <Input maxLength={100} autoComplete="off" {...watch("name")} />
          </Field>
          <DialogFooter>
            <SubmitButton isPending={decision.isPending}>
              {t("create_inbox_button_create_inbox")}
            </SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
      {decision.isPosted && (
        <DecisionOutcome decision={decision} refusedTitle={t("create_inbox_button_inbox_was_not_created")} />
      )}
    </>
  );
}
