"use client";

import { RotateCw } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { IntegrationDto } from "#lib/integrations/schema.ts";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";
import { integrationsDetailBrowser as t } from "#lib/words/en/screens/integrations-detail-browser.ts";
import { ConnectPanel } from "../connect/connect-panel.tsx";
import { ConnectRefusal } from "../connect/connect-refusal.tsx";
import { ConsentWait } from "../connect/consent-wait.tsx";
import { InstallFields } from "../connect/install-fields.tsx";
import { installAction } from "../connect/install-href.ts";
import { useConnect } from "../connect/use-connect.ts";

interface ConnectAgainButtonProps {
  integration: Pick<
    IntegrationDto,
    "id" | "provider" | "providerName" | "environment" | "settings" | "account"
  >;
  connect: CatalogueConnectDto;
  /** It is the way out of what is wrong. */
  isPrimary?: boolean;
}

/** Connects the same integration again: at once where the app asks, by a form where keys are typed. */
export function ConnectAgainButton({ integration, connect, isPrimary = false }: ConnectAgainButtonProps) {
  const { provider, providerName } = integration;
  const flow = useConnect(provider);
  const look = {
    variant: isPrimary ? "primary" : "secondary",
    icon: <RotateCw aria-hidden />,
  } as const;
  if (connect.kind === "oauth2") {
    return (
      <form
        action={installAction(provider)}
        className="grid justify-items-start gap-2"
        onSubmit={(event) => {
          event.preventDefault();
          void flow.connect({ integrationId: integration.id });
        }}
      >
        <InstallFields via="" integrationId={integration.id} />
        <Button {...look} type="submit" isPending={flow.isWaiting}>
          {t("connect_again_button_connect_again")}
        </Button>
        {flow.errorCode !== null && <ConnectRefusal code={flow.errorCode} name={providerName} />}
        {flow.isWaiting && <ConsentWait name={providerName} onShow={flow.show} onGiveUp={flow.giveUp} />}
      </form>
    );
  }
  return (
    <Dialog
      title={t("connect_again_button_title", { label: integration.account.label })}
      description={t("connect_again_button_description")}
      trigger={<Button {...look}>{t("connect_again_button_connect_again")}</Button>}
    >
      <ConnectPanel
        provider={provider}
        name={providerName}
        connect={connect}
        canConnect
        integration={integration}
      />
    </Dialog>
  );
}
