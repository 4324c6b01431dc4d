"use client";

import { PlugZap } from "lucide-react";
import type { ReactNode } from "react";
import { SchemaFormFields } from "#components/schema-form/schema-form-fields.tsx";
import { useSchemaForm } from "#components/schema-form/use-schema-form.ts";
import { Button } from "#components/ui/button.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { ConnectRefusal } from "./connect-refusal.tsx";
import { ConsentWait } from "./consent-wait.tsx";
import { EnvironmentChoice, type EnvironmentChoiceProps } from "./environment-choice.tsx";
import { InstallFields } from "./install-fields.tsx";
import { installAction } from "./install-href.ts";
import { SandboxFill } from "./sandbox-fill.tsx";
import { useConnect } from "./use-connect.ts";

interface ConsentFormProps {
  provider: string;
  name: string;
  /** JSON Schema of what is typed before the app's own page. */
  schema: Readonly<Record<string, unknown>>;
  environment: IntegrationDto["environment"];
  /** Where the environment is chosen. */
  choice?: EnvironmentChoiceProps | undefined;
  /** Connects this integration again. */
  integration?: Pick<IntegrationDto, "id" | "settings">;
  buttonLabel: string;
  /** new: the app opens an account for the merchant first. */
  way?: "new";
  isPrimary?: boolean;
  /** The sandbox can fill in what is asked for. */
  hasSandboxFields?: boolean;
  /** Under the fields. */
  note?: ReactNode;
}

/** Leads to the app's own page, where the merchant agrees. */
export function ConsentForm(props: ConsentFormProps) {
  const {
    provider,
    name,
    schema,
    environment,
    integration,
    buttonLabel,
    way,
    isPrimary = true,
    note,
  } = props;
  const prefix = `${way ?? "connect"}-${provider}`;
  const form = useSchemaForm({ schema, prefix, initial: integration?.settings });
  const { connect, isWaiting, errorCode, show, giveUp } = useConnect(provider);

  async function begin(typed: FormData) {
    const fields = form.read(typed);
    if (!fields) return;
    const refusal = await connect({ fields, environment, integrationId: integration?.id, way });
    if (refusal) form.show(refusal.problems, refusal.message);
  }

  return (
    <form
      ref={form.attach}
      noValidate
      action={installAction(provider)}
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void begin(new FormData(event.currentTarget));
      }}
    >
      <InstallFields
        via={prefix}
        environment={props.choice ? undefined : environment}
        integrationId={integration?.id}
        way={way}
      />
      <FormErrorSummary title={t("consent_form_title")} errors={form.summary} />
      {props.choice && <EnvironmentChoice {...props.choice} isShort={!isPrimary} />}
      {props.hasSandboxFields && environment === "sandbox" && (
        <SandboxFill provider={provider} label={t("consent_form_label")} onFill={form.fill} />
      )}
      {form.fields.length > 0 && <SchemaFormFields form={form} />}
      {note && <p className="text-muted text-sm">{note}</p>}
      {errorCode !== null && <ConnectRefusal code={errorCode} name={name} />}
      <Button
        type="submit"
        variant={isPrimary ? "primary" : "secondary"}
        icon={<PlugZap aria-hidden />}
        isPending={isWaiting}
      >
        {buttonLabel}
      </Button>
      {isWaiting && <ConsentWait name={name} onShow={show} onGiveUp={giveUp} />}
    </form>
  );
}
