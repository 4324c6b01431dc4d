"use client";

import { Unplug } from "lucide-react";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { disconnectApp } from "#components/integrations/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { DisconnectPreviewDto, IntegrationDto } from "#lib/integrations/schema.ts";
import { integrationsDetailBrowser as t } from "#lib/words/en/screens/integrations-detail-browser.ts";

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

/** What disconnecting does, before it is done. */
function DisconnectConsequences({ preview }: { preview: DisconnectPreviewDto }) {
  const { automations, deleted, kept, byHand } = preview;
  return (
    <div className="grid gap-3">
      <div className="grid gap-3 rounded-control border border-line bg-sunken px-4 py-3">
        <Lines
          title={t("disconnect_consequences_title")}
          lines={
            automations.length > 0
              ? automations.map(({ name }) => name)
              : [t("disconnect_consequences_no_automation_uses")]
          }
        />
        <Lines title={t("disconnect_consequences_what_deleted")} lines={deleted} />
        <Lines title={t("disconnect_consequences_what_stays")} lines={kept} />
      </div>
      {byHand !== null && (
        <Notice tone="info" title={t("disconnect_consequences_one_thing_you_do")}>
          {byHand}
        </Notice>
      )}
    </div>
  );
}

function Lines({ title, lines }: { title: string; lines: readonly ReactNode[] }) {
  if (lines.length === 0) return null;
  return (
    <div>
      <p className="font-medium">{title}</p>
      <ul className="mt-0.5 grid list-disc gap-0.5 pl-4.5 text-muted marker:text-subtle">
        {lines.map((line) => (
          <li key={String(line)}>{line}</li>
        ))}
      </ul>
    </div>
  );
}
