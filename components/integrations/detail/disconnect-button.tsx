"use client";

import { Unplug } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { disconnectApp } from "#components/integrations/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import type { DisconnectPreviewDto, IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsDetailBrowser as t } from "#lib/words/en/screens/integrations-detail-browser.ts";
import { DisconnectConsequences } from "./disconnect-consequences.tsx";

interface DisconnectButtonProps {
  integration: Pick<IntegrationDto, "id" | "providerName" | "account">;
  preview: DisconnectPreviewDto;
}

/** Asks once, naming what stops, what is deleted and what stays, and then ends the connection. */
export function DisconnectButton({ integration, preview }: DisconnectButtonProps) {
  const { id, providerName, account } = integration;
  const router = useRouter();
  return (
    <ConfirmDialog<{ isRevokedAtProvider: boolean }>
      trigger={<Button icon={<Unplug aria-hidden />}>{t("disconnect_button_disconnect")}</Button>}
      title={t("disconnect_button_title", { label: account.label })}
      description={t("disconnect_button_description", { providerName })}
      confirmLabel={t("disconnect_button_disconnect")}
      cancelLabel={t("disconnect_button_keep_connected")}
      action={disconnectApp}
      about={{ id }}
      done={(data) => ({
        message: t("disconnect_button_label_disconnected", { label: account.label }),
        ...afterwards(data, preview, providerName),
      })}
      onDone={router.refresh}
    >
      <DisconnectConsequences preview={preview} />
    </ConfirmDialog>
  );
}

function afterwards(
  { isRevokedAtProvider }: { isRevokedAtProvider: boolean },
  { revokesAtProvider, byHand }: DisconnectPreviewDto,
  name: string,
): { description?: string } {
  if (isRevokedAtProvider) return {};
  if (!revokesAtProvider) return byHand === null ? {} : { description: byHand };
  return {
    description: t("afterwards_description", { name }),
  };
}
