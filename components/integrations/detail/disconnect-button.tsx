"use client";

import { Unplug } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { disconnectApp, loadDisconnectPreview } from "#app/(dashboard)/marketplace/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toastDone, toastFailed } from "#components/ui/toast.tsx";
import type { DisconnectPreviewDto, IntegrationDto } from "#lib/integrations/schema.ts";
import { DisconnectConsequences } from "./disconnect-consequences.tsx";

interface DisconnectButtonProps {
  integration: Pick<IntegrationDto, "id" | "providerName" | "account">;
}

/** Asks once, naming what stops, what is deleted and what stays, and then ends the connection. */
export function DisconnectButton({ integration }: DisconnectButtonProps) {
  const { id, providerName, account } = integration;
  const router = useRouter();
  const [preview, setPreview] = useState<DisconnectPreviewDto>();
  const [isOpen, setIsOpen] = useState(false);
  const [isLoading, startLoading] = useTransition();

  function ask() {
    startLoading(async () => {
      const result = await loadDisconnectPreview(id).catch(() => null);
      if (!result?.ok) return toastFailed(result?.message ?? "Patchbay cannot be reached. Try again.");
      setPreview(result.data);
      setIsOpen(true);
    });
  }

  return (
    <>
      <Button icon={<Unplug aria-hidden />} isPending={isLoading} onClick={ask}>
        Disconnect
      </Button>
      {preview && (
        <ConfirmDialog
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          title={`Disconnect ${account.label}?`}
          description={`${providerName} is no longer used for this account. You can connect it again at any time.`}
          confirmLabel="Disconnect"
          cancelLabel="Keep it connected"
          onConfirm={async () => {
            const result = await disconnectApp(id).catch(() => null);
            if (!result?.ok) return result?.message ?? "Patchbay cannot be reached. Try again.";
            toastDone(`${account.label} is disconnected`, afterwards(result.data, preview, providerName));
            router.refresh();
          }}
        >
          <DisconnectConsequences preview={preview} />
        </ConfirmDialog>
      )}
    </>
  );
}

function afterwards(
  { isRevokedAtProvider }: { isRevokedAtProvider: boolean },
  { revokesAtProvider, byHand }: DisconnectPreviewDto,
  name: string,
): { description: string } | undefined {
  if (isRevokedAtProvider) return undefined;
  if (!revokesAtProvider) return byHand === null ? undefined : { description: byHand };
  return {
    description: `${name} could not be told. Remove Patchbay's access in your ${name} account as well.`,
  };
}
