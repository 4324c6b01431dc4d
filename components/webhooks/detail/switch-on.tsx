"use client";

import { Power } from "lucide-react";
import { useRouter } from "next/navigation";
import { switchWebhook } from "#app/(dashboard)/webhooks/actions.ts";
import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { Button } from "#components/ui/button.tsx";
import { counted } from "../figures.ts";

/** Switches a webhook on, after saying what is sent then. */
export function SwitchOn({ id, held }: { id: string; held: number }) {
  const router = useRouter();
  return (
    <ConfirmDialog
      tone="primary"
      trigger={
        <Button variant="primary" icon={<Power aria-hidden />}>
          Switch on
        </Button>
      }
      title="Switch this webhook on?"
      description={
        held === 0
          ? "New events are sent to it from now on. None is kept back."
          : `${counted(held, "delivery that was kept is", "deliveries that were kept are")} sent at once, and new events from now on.`
      }
      confirmLabel="Switch on"
      action={switchWebhook}
      about={{ id, status: "active" }}
      done="Switched on"
      onDone={router.refresh}
    />
  );
}
