"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type SubmitEvent, useState, useTransition } from "react";
import { makeInbox } from "#app/(dashboard)/test-inboxes/actions.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createInboxInput } from "#lib/sandbox/inbox/schema.ts";

/** Makes a test inbox and leads to it. */
export function CreateInboxButton() {
  const router = useRouter();
  const [name, setName] = useState("");
  const { errors, summary, checkAll, show, watch } = useFieldErrors(createInboxInput);
  const [isPending, startTransition] = useTransition();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = checkAll({ name });
    if (!input || isPending) return;
    startTransition(async () => {
      const result = await makeInbox(input).catch(() => null);
      if (result === null) return show([], "Patchbay cannot be reached. Try again.");
      if (!result.ok) return show(result.fieldErrors, result.message);
      router.push(`/test-inboxes/${result.data.id}`);
      router.refresh();
    });
  }

  return (
    <Dialog
      title="Create a test inbox"
      description="It gets an address of its own, which a webhook can send to."
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden />}>
          Create inbox
        </Button>
      }
    >
      <form noValidate onSubmit={submit} className="grid gap-4">
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
          <Input value={name} maxLength={100} autoComplete="off" {...watch("name", setName)} />
        </Field>
        <DialogFooter>
          <SubmitButton isPending={isPending}>Create inbox</SubmitButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
