"use client";

import { KeyRound } from "lucide-react";
import { SchemaFormFields } from "#components/schema-form/schema-form-fields.tsx";
import { useSchemaForm } from "#components/schema-form/use-schema-form.ts";
import { Button } from "#components/ui/button.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { SandboxFill } from "./sandbox-fill.tsx";
import { useKeysConnect } from "./use-keys-connect.ts";

interface KeysFormProps {
  provider: string;
  /** JSON Schema of the keys. */
  schema: Readonly<Record<string, unknown>>;
  environment: IntegrationDto["environment"];
  /** Connects this integration again. */
  integration?: Pick<IntegrationDto, "id" | "settings">;
  buttonLabel: string;
  isPrimary: boolean;
}

/** Keys that the merchant copies over from the app. They are tried before they are kept. */
export function KeysForm({
  provider,
  schema,
  environment,
  integration,
  buttonLabel,
  isPrimary,
}: KeysFormProps) {
  const form = useSchemaForm({
    schema,
    prefix: `keys-${provider}`,
    initial: integration?.settings,
    root: "credentials",
  });
  const { send, otherAccount, isPending } = useKeysConnect({
    form,
    provider,
    environment,
    integrationId: integration?.id,
  });
  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send({ isOtherAccountFine: false });
      }}
    >
      <FormErrorSummary title="Not connected yet" errors={form.summary} />
      {environment === "sandbox" && (
        <SandboxFill provider={provider} label="Fill in sandbox keys" onFill={form.fill} />
      )}
      <SchemaFormFields form={form} />
      {otherAccount !== null && (
        <Notice
          tone="warning"
          title="These keys are of another account"
          action={
            <Button size="sm" isPending={isPending} onClick={() => send({ isOtherAccountFine: true })}>
              Move it to that account
            </Button>
          }
        >
          {otherAccount}
        </Notice>
      )}
      <Button
        type="submit"
        variant={isPrimary ? "primary" : "secondary"}
        icon={<KeyRound aria-hidden />}
        isPending={isPending}
      >
        {buttonLabel}
      </Button>
    </form>
  );
}
