"use client";

import { Unplug } from "lucide-react";
import { useRouter } from "next/navigation";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { disconnectApp } from "#components/integrations/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import type { DisconnectPreviewDto, IntegrationDto } from "#lib/integrations/schema.ts";
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
      trigger={<Button icon={<Unplug aria-hidden />}>Disconnect</Button>}
      title={`Disconnect ${account.label}?`}
      description={`${providerName} is no longer used for this account. You can connect it again at any time.`}
      confirmLabel="Disconnect"
      cancelLabel="Keep it connected"
      action={disconnectApp}
      about={{ id }}
      done={(data) => ({
        message: `${account.label} is disconnected`,
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
    description: `${name} could not be told. Remove Patchbay's access in your ${name} account as well.`,
  };
}
