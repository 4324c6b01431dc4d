"use client";

import type { Decision } from "#components/forms/use-decision.ts";
import type { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Field, FieldError } from "#components/ui/field.tsx";
import { fieldId } from "#components/ui/field-id.ts";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Input } from "#components/ui/input.tsx";
import { ModalClose } from "#components/ui/modal.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { createApiKeyInput, NewApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { permissionMeanings, scopeSchema } from "#lib/auth/permissions.ts";
import { apiKeys as t } from "#lib/words/en/screens/api-keys.ts";
import { common } from "#lib/words/en/screens/common.ts";

interface CreateKeyFormProps {
  decision: Decision<NewApiKeyDto>;
  errors: ReturnType<typeof useFieldErrors<typeof createApiKeyInput>>;
}

/** Name and permissions of a new key. Sending events is what most keys are for, so it is ticked at first. */
export function CreateKeyForm({ decision, errors: { errors, summary, watch } }: CreateKeyFormProps) {
  return (
    <form {...decision.form} noValidate className="grid gap-4">
      <FormErrorSummary title={t("create_key_form_title")} errors={summary} />
      <Field
        name="name"
        label={common("name")}
        help={t("create_key_form_help")}
        error={errors.name}
        isRequired
      >
        <Input autoComplete="off" {...watch("name")} />
      </Field>
      <fieldset
        id={fieldId("scopes")}
        aria-describedby={errors.scopes && "scopes-error"}
        className="grid gap-2.5"
      >
        <legend className="mb-2 font-medium">{t("create_key_form_may")}</legend>
        {scopeSchema.options.map((scope) => (
          <Checkbox
            key={scope}
            label={permissionMeanings()[scope]}
            help={<code className="font-mono">{scope}</code>}
            name="scopes"
            value={scope}
            defaultChecked={scope === "events:write"}
          />
        ))}
        {errors.scopes && <FieldError id="scopes-error">{errors.scopes}</FieldError>}
      </fieldset>
      <DialogFooter>
        <ModalClose>
          <Button>{common("cancel")}</Button>
        </ModalClose>
        <SubmitButton isPending={decision.isPending}>{t("create_key_form_create_api_key")}</SubmitButton>
      </DialogFooter>
    </form>
  );
}
