"use client";

import { useState } from "react";
import { fieldsOf } from "#components/schema-form/shape.ts";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { ConsentForm } from "./consent-form.tsx";
import { environmentsOf } from "./environment.ts";
import type { EnvironmentChoiceProps } from "./environment-choice.tsx";
import { KeysForm } from "./keys-form.tsx";
import { OperatorNote } from "./operator-note.tsx";

interface ConnectPanelProps {
  provider: string;
  name: string;
  connect: CatalogueConnectDto;
  /** Whether the reader may connect apps. */
  canConnect: boolean;
  /** Connects this integration again, where it is. */
  integration?: Pick<IntegrationDto, "id" | "settings" | "environment">;
}

/** Everything between wanting an app and having it: where, what must be typed, and the button. */
export function ConnectPanel({ provider, name, connect, canConnect, integration }: ConnectPanelProps) {
  const environments = environmentsOf(connect);
  const [chosen, setChosen] = useState(environments[0]);
  if (!canConnect) return <Notice>{t("connect_panel_owner_admin_your_shop", { name })}</Notice>;
  const environment = integration?.environment ?? chosen;
  const choice = environments.length > 1 && !integration && chosen && { value: chosen, onChange: setChosen };
  return (
    <div className="grid gap-5">
      {!connect.isLiveReady && !integration && (
        <OperatorNote provider={provider} name={name} connect={connect} />
      )}
      {environment && (
        <ConnectForms
          {...{ provider, name, connect, integration, environment }}
          choice={choice || undefined}
        />
      )}
    </div>
  );
}

type ConnectFormsProps = Omit<ConnectPanelProps, "canConnect"> & {
  environment: IntegrationDto["environment"];
  /** The environment is chosen, in whichever form is posted. */
  choice: EnvironmentChoiceProps | undefined;
};

function ConnectForms(props: ConnectFormsProps) {
  const { provider, name, connect, integration, environment, choice } = props;
  const label = integration ? t("connect_forms_connect_again") : t("connect_forms_connect_name", { name });
  const shared = { provider, environment, choice, ...(integration ? { integration } : {}) };
  if (connect.kind === "oauth2") {
    return (
      <div className="grid gap-4">
        <ConsentForm
          {...shared}
          name={name}
          schema={connect.inputSchema}
          buttonLabel={label}
          note={environment === "sandbox" && mustBeTyped(connect) && t("connect_forms_sandbox_you_may_make")}
        />
        {connect.onboarding && !integration && (
          <div className="grid gap-3 border-line border-t pt-4">
            <p className="font-medium">{t("connect_forms_no_account_there_yet")}</p>
            <ConsentForm
              {...shared}
              name={name}
              way="new"
              schema={connect.onboarding.inputSchema}
              buttonLabel={connect.onboarding.title}
              isPrimary={false}
            />
          </div>
        )}
      </div>
    );
  }
  if (!connect.hasOneClick || !connect.grantSchema) {
    return <KeysForm {...shared} schema={connect.inputSchema} buttonLabel={label} isPrimary />;
  }
  return (
    <div className="grid gap-4">
      <ConsentForm
        {...shared}
        name={name}
        schema={connect.grantSchema}
        buttonLabel={integration ? label : t("connect_forms_connect_with_one_click")}
        hasSandboxFields
        note={t("connect_forms_name_asks_whether_patchbay", { name })}
      />
      <details className="border-line border-t pt-3">
        <summary className="min-h-6 w-fit rounded-tag font-medium hover:text-accent-text">
          {t("connect_forms_type_keys_yourself")}
        </summary>
        <div className="pt-4">
          <KeysForm {...shared} schema={connect.inputSchema} buttonLabel={label} isPrimary={false} />
        </div>
      </details>
    </div>
  );
}

function mustBeTyped({ inputSchema }: CatalogueConnectDto): boolean {
  return fieldsOf(inputSchema).some(({ isRequired }) => isRequired);
}
