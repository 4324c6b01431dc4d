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
        title="Create a test inbox"
        description="It gets an address of its own, which a webhook can send to."
        trigger={
          <Button variant="primary" icon={<Plus aria-hidden />}>
            Create inbox
          </Button>
        }
      >
        <form {...decision.form} noValidate className="grid gap-4">
          <FormErrorSummary
            title="The inbox was not created"
            errors={summary.filter((error) => error.name === undefined)}
          />
          <Field
            name="name"
            label="Name"
            help="What it stands for, such as “Kitchen printer”."
            error={errors.name}
            isRequired
          >
            <Input maxLength={100} autoComplete="off" {...watch("name")} />
          </Field>
          <DialogFooter>
            <SubmitButton isPending={decision.isPending}>Create inbox</SubmitButton>
          </DialogFooter>
        </form>
      </Dialog>
      {decision.isPosted && <DecisionOutcome decision={decision} refusedTitle="The inbox was not created" />}
    </>
  );
}
