"use client";

import { KeyRound } from "lucide-react";
import { useRouter } from "next/navigation";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { connectTypedKeys } from "#components/integrations/server-actions.ts";
import type { DraftGroup } from "#components/schema-form/draft.ts";
import { SchemaFormFields } from "#components/schema-form/schema-form-fields.tsx";
import { useSchemaForm } from "#components/schema-form/use-schema-form.ts";
import { Button } from "#components/ui/button.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { ActionResult } from "#lib/transport/action.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { outcomeHref } from "./connect-channel.ts";
import { EnvironmentChoice, type EnvironmentChoiceProps } from "./environment-choice.tsx";
import { filledInCode, keysPrefix } from "./keys-prefix.ts";
import { SandboxFill } from "./sandbox-fill.tsx";

/** What came of the keys, and where the browser posted them itself, what stands in the form now. */
export type TypedKeys = ActionResult<{ id: string }> & {
  typed?: DraftGroup;
  environment?: IntegrationDto["environment"];
};

interface KeysFormProps {
  provider: string;
  /** JSON Schema of the keys. */
  schema: Readonly<Record<string, unknown>>;
  environment: IntegrationDto["environment"];
  /** Where the environment is chosen. */
  choice?: EnvironmentChoiceProps | undefined;
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
  choice,
  integration,
  buttonLabel,
  isPrimary,
}: KeysFormProps) {
  const router = useRouter();
  const decision = useDecision<{ id: string }, TypedKeys>(connectTypedKeys, {
    isReady: (typed) => form.read(typed) !== undefined,
    onResult: (result) => {
      if (result.ok) {
        router.push(outcomeHref({ provider, search: `connected=${result.data.id}` }));
        router.refresh();
      } else if (result.code !== "other_account") form.show(result.fieldErrors, result.message);
    },
  });
  const { result, posted, isPosted, isPending, pressed } = decision;
  const isOther = result?.ok === false && result.code === "other_account";
  const form = useSchemaForm({
    schema,
    prefix: keysPrefix(provider),
    initial: integration?.settings,
    root: "credentials",
    typed: posted?.typed,
    refused: isPosted && !result?.ok && !isOther && result?.code !== filledInCode ? result : null,
  });
  return (
    <form {...decision.form} ref={form.attach} noValidate className="grid gap-4">
      {/* Enter stands for the first button, which must not be one of those that fill in or confirm. */}
      <button type="submit" tabIndex={-1} aria-hidden className="sr-only" />
      <HiddenFields
        values={{
          provider,
          ...(integration ? { integrationId: integration.id } : choice ? {} : { environment }),
        }}
      />
      <FormErrorSummary title={t("keys_form_title")} errors={form.summary} />
      {choice && <EnvironmentChoice {...choice} posted={posted?.environment} isShort={!isPrimary} />}
      {environment === "sandbox" && (
        <SandboxFill provider={provider} label={t("keys_form_label")} onFill={form.fill} isPosted />
      )}
      <SchemaFormFields form={form} />
      {isOther && (
        <Notice
          tone="warning"
          title={t("keys_form_these_keys_another_account")}
          action={
            <Button
              type="submit"
              name="isOtherAccountFine"
              value="yes"
              size="sm"
              isPending={isPending && pressed === "yes"}
            >
              {t("keys_form_move_that_account")}
            </Button>
          }
        >
          {result.message}
        </Notice>
      )}
      <Button
        type="submit"
        variant={isPrimary ? "primary" : "secondary"}
        icon={<KeyRound aria-hidden />}
        isPending={isPending && pressed === null}
      >
        {buttonLabel}
      </Button>
    </form>
  );
}
