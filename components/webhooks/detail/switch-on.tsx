"use client";

import { Power } from "lucide-react";
import { useRouter } from "next/navigation";
import { switchWebhook } from "#app/(dashboard)/webhooks/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import { counted } from "../figures.ts";
import { failureOf } from "./failure-of.ts";

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
      onConfirm={async () => {
        const failure = await failureOf(switchWebhook(id, "active"));
        if (failure === undefined) {
          toastDone("Switched on");
          router.refresh();
        }
        return failure;
      }}
    />
  );
}
