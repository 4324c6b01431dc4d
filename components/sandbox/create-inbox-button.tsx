"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useActionState, useEffect, useState } from "react";
import { makeInbox } from "#app/(dashboard)/test-inboxes/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";

/** Makes a test inbox and leads to it. */
export function CreateInboxButton() {
  const router = useRouter();
  const [name, setName] = useState("");
  const [result, create] = useActionState(makeInbox, null);
  const madeId = result?.ok ? result.data.id : null;
  const fieldErrors = result?.ok === false ? result.fieldErrors : [];

  useEffect(() => {
    if (madeId) router.push(`/test-inboxes/${madeId}`);
  }, [madeId, router]);

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
      <form action={create} noValidate className="grid gap-4">
        {result?.ok === false && fieldErrors.length === 0 && (
          <FormErrorSummary title="The inbox was not created" errors={[{ message: result.message }]} />
        )}
        <Field
          name="name"
          label="Name"
          help="What it stands for, such as “Kitchen printer”."
          error={fieldErrors.find((error) => error.path === "name")?.message}
          isRequired
        >
          <Input
            value={name}
            onChange={(event) => setName(event.target.value)}
            maxLength={100}
            autoComplete="off"
          />
        </Field>
        <DialogFooter>
          <SubmitButton>Create inbox</SubmitButton>
        </DialogFooter>
      </form>
    </Dialog>
  );
}
