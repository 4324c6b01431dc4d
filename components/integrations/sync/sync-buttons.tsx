"use client";

import { RefreshCw, Square } from "lucide-react";
import { useTransition } from "react";
import { stopSync, syncNow } from "#app/(dashboard)/marketplace/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { toastFailed } from "#components/ui/toast.tsx";
import type { SyncJobDto } from "#lib/integrations/schema.ts";
import { kindNames } from "./sync-words.ts";

interface SyncButtonsProps {
  integrationId: string;
  kind: SyncJobDto["kind"];
  isUnderWay: boolean;
  /** After a press that did something. */
  onChange: () => void;
}

/** Starts a copy, or stops the one under way. */
export function SyncButtons({ integrationId, kind, isUnderWay, onChange }: SyncButtonsProps) {
  const [isPending, startTransition] = useTransition();
  function press() {
    startTransition(async () => {
      const action = isUnderWay ? stopSync : syncNow;
      const result = await action(integrationId, kind).catch(() => null);
      if (result === null) toastFailed("Patchbay cannot be reached. Try again.");
      else if (!result.ok) toastFailed(result.message);
      onChange();
    });
  }
  const label = isUnderWay ? "Stop" : "Sync now";
  return (
    <Button
      aria-label={`${label}: ${kindNames[kind].many}`}
      icon={isUnderWay ? <Square aria-hidden /> : <RefreshCw aria-hidden />}
      isPending={isPending}
      onClick={press}
    >
      {label}
    </Button>
  );
}
