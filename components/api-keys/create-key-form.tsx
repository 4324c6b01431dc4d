"use client";

import { type SubmitEvent, useState, useTransition } from "react";
import { createKey } from "#app/(dashboard)/api-keys/actions.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { createApiKeyInput, type NewApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { permissionMeanings, type Scope, scopeSchema } from "#lib/auth/permissions.ts";

interface CreateKeyFormProps {
  onCreated: (created: NewApiKeyDto) => void;
  onCancel: () => void;
}

/** Name and permissions of a new key. Sending events is what most keys are for, so it is ticked at first. */
export function CreateKeyForm({ onCreated, onCancel }: CreateKeyFormProps) {
  const [name, setName] = useState("");
  const [scopes, setScopes] = useState<readonly Scope[]>(["events:write"]);
  const { errors, summary, checkAll, show, watch } = useFieldErrors(createApiKeyInput);
  const [isPending, startTransition] = useTransition();

  function submit(event: SubmitEvent<HTMLFormElement>) {
    event.preventDefault();
    const input = checkAll({ name, scopes });
    if (!input || isPending) return;
    startTransition(async () => {
      const result = await createKey(input).catch(() => undefined);
      if (!result) return show([], "Patchbay could not be reached. Check the connection and try again.");
      if (!result.ok) return show(result.fieldErrors, result.message);
      onCreated(result.data);
    });
  }

  return (
    <form noValidate onSubmit={submit} className="grid gap-4">
      <FormErrorSummary title="The key was not created yet" errors={summary} />
      <Field
        name="name"
        label="Name"
        help="The program that will use it, such as Ordering website."
        error={errors.name}
        isRequired
      >
        <Input value={name} autoComplete="off" {...watch("name", setName)} />
      </Field>
      <fieldset
        id={fieldId("scopes")}
        aria-describedby={errors.scopes && "scopes-error"}
        className="grid gap-2.5"
      >
        <legend className="mb-2 font-medium">It may</legend>
        {scopeSchema.options.map((scope) => (
          <Checkbox
            key={scope}
            label={permissionMeanings[scope]}
            help={<code className="font-mono">{scope}</code>}
            checked={scopes.includes(scope)}
            onChange={(event) =>
              setScopes(
                event.target.checked ? [...scopes, scope] : scopes.filter((chosen) => chosen !== scope),
              )
            }
          />
        ))}
        {errors.scopes && <FieldError id="scopes-error">{errors.scopes}</FieldError>}
      </fieldset>
      <DialogFooter>
        <Button onClick={onCancel}>Cancel</Button>
        <SubmitButton isPending={isPending}>Create API key</SubmitButton>
      </DialogFooter>
    </form>
  );
}
