"use client";

import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import type { AuthType } from "./form-values.ts";
import type { WebhookForm } from "./use-webhook-form.ts";

/** The fields of one kind of credentials. */
export function AuthFields({ form, type }: { form: WebhookForm; type: AuthType }) {
  switch (type) {
    case "none":
      return null;
    case "apiKey":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <AuthField form={form} part="header" label={t("auth_fields_label")} />
          <AuthField form={form} part="value" label={t("auth_fields_key")} isSecret />
        </div>
      );
    case "basic":
      return (
        <div className="grid gap-4 sm:grid-cols-2">
          <AuthField form={form} part="username" label={t("auth_fields_user_name")} isOptional />
          <AuthField form={form} part="password" label={t("auth_fields_password")} isSecret isOptional />
        </div>
      );
    case "bearer":
      return <AuthField form={form} part="token" label={t("auth_fields_token")} isSecret />;
  }
}

interface AuthFieldProps {
  form: WebhookForm;
  part: "header" | "value" | "username" | "password" | "token";
  label: string;
  isSecret?: boolean;
  /** It may be empty, as some endpoints want it. */
  isOptional?: boolean;
}

function AuthField({ form, part, label, isSecret = false, isOptional = false }: AuthFieldProps) {
  const name = `auth.${part}`;
  const { auth } = form.values;
  return (
    <Field name={name} label={label} isRequired={!isOptional} error={form.findError(name)}>
      <Input
        isMono
        type={isSecret ? "password" : "text"}
        // Not this person's own password: a browser is not to fill one in, nor to offer to keep it.
        autoComplete={isSecret ? "new-password" : "off"}
        spellCheck={false}
        value={auth[part]}
        onChange={(event) => form.set(name, { auth: { ...auth, [part]: event.target.value } })}
      />
    </Field>
  );
}
