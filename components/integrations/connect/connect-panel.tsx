"use client";

import { useState } from "react";
import { readFields } from "#components/schema-form/shape.ts";
import { Copyable } from "#components/ui/copyable.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { ConsentForm } from "./consent-form.tsx";
import type { EnvironmentChoiceProps } from "./environment-choice.tsx";
import { KeysForm } from "./keys-form.tsx";

type Environment = IntegrationDto["environment"];

interface OperatorNoteProps {
  provider: string;
  name: string;
  connect: Pick<CatalogueConnectDto, "isSandboxOn" | "redirectUri">;
}

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
  const environments = listEnvironments(connect);
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
  return readFields(inputSchema).some(({ isRequired }) => isRequired);
}

/** Why the real app cannot be connected here, and, folded away, what whoever runs Patchbay does about it. */
function OperatorNote({ provider, name, connect: { isSandboxOn, redirectUri } }: OperatorNoteProps) {
  return (
    <Notice
      tone={isSandboxOn ? "info" : "warning"}
      title={isSandboxOn ? t("operator_note_title") : t("operator_note_name_cannot_connected_here", { name })}
    >
      <p>
        {t("operator_note_your_administrator_has_not", { name })}
        {isSandboxOn && ` ${t("operator_note_until_then_you_can")}`}
      </p>
      <details className="mt-1.5">
        <summary className="min-h-6 w-fit rounded-tag text-sm hover:underline">
          {t("operator_note_your_administrator")}
        </summary>
        <div className="mt-1.5 grid gap-2 text-sm">
          <p>{t("operator_note_make_app_name_set", { name })}</p>
          <ul className="grid gap-0.5">
            {listSettingNames(provider).map((setting) => (
              <li key={setting}>
                <Copyable text={setting} label={setting} />
              </li>
            ))}
          </ul>
          {redirectUri !== null && (
            <>
              <p>{t("operator_note_register_this_redirect_address")}</p>
              <Copyable text={redirectUri} label={t("operator_note_label")} />
            </>
          )}
        </div>
      </details>
    </Notice>
  );
}

/** Where an app can be connected from here, the one to begin with first; none where an operator has work to do. */
function listEnvironments({ kind, isLiveReady, isSandboxOn }: CatalogueConnectDto): Environment[] {
  const ready: Environment[] = isLiveReady ? ["live"] : [];
  if (!isSandboxOn) return ready;
  // An operator who set an app up means it to be used; keys can be typed anywhere, so they are tried out first.
  return kind === "oauth2" ? [...ready, "sandbox"] : ["sandbox", ...ready];
}

/** The settings that an operator has to set for an app, by name. */
function listSettingNames(provider: string): string[] {
  const prefix = provider.toUpperCase().replaceAll("-", "_");
  return [`${prefix}_CLIENT_ID`, `${prefix}_CLIENT_SECRET`];
}
