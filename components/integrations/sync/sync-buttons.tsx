"use client";

import { RefreshCw, Square } from "lucide-react";
import { DecisionForm } from "#components/forms/decision-form.tsx";
import { stopSync, syncNow } from "#components/integrations/server-actions.ts";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { SyncJobDto } from "#lib/integrations/schema.ts";
import { integrationsSyncBrowser as t } from "#lib/words/en/screens/integrations-sync-browser.ts";
import { kindNames } from "./sync-words.ts";

interface SyncButtonsProps {
  integrationId: string;
  kind: SyncJobDto["kind"];
  isUnderWay: boolean;
  /** After a press. */
  onChange: () => void;
}

/** Starts a copy, or stops the one under way. */
export function SyncButtons({ integrationId, kind, isUnderWay, onChange }: SyncButtonsProps) {
  const label = isUnderWay ? t("sync_buttons_stop") : t("sync_buttons_sync_now");
  return (
    <DecisionForm<SyncJobDto | null>
      action={isUnderWay ? stopSync : syncNow}
      about={{ id: integrationId, kind }}
      refusedTitle={isUnderWay ? t("sync_buttons_was_not_stopped") : t("sync_buttons_was_not_started")}
      onResult={onChange}
    >
      {({ isPending }) => (
        <SubmitButton
          variant="secondary"
          aria-label={`${label}: ${kindNames()[kind].many}`}
          icon={isUnderWay ? <Square aria-hidden /> : <RefreshCw aria-hidden />}
          isPending={isPending}
        >
          {label}
        </SubmitButton>
      )}
    </DecisionForm>
  );
}
