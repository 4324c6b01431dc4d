"use client";

import { Plus } from "lucide-react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { CatalogueConnectDto } from "#lib/marketplace/schema.ts";
import { integrationsConnect as t } from "#lib/words/en/screens/integrations-connect.ts";
import { ConnectPanel } from "./connect-panel.tsx";

interface ConnectAnotherButtonProps {
  provider: string;
  name: string;
  connect: CatalogueConnectDto;
}

/** Connects a further account of an app beside those that there are. */
export function ConnectAnotherButton(props: ConnectAnotherButtonProps) {
  return (
    <Dialog
      title={t("connect_another_button_title", { name: props.name })}
      description={t("connect_another_button_description")}
      trigger={
        <Button icon={<Plus aria-hidden />}>{t("connect_another_button_connect_another_account")}</Button>
      }
    >
      <ConnectPanel {...props} canConnect />
    </Dialog>
  );
}
