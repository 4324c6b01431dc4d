"use client";

import { Activity } from "lucide-react";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { checkNow } from "#app/(dashboard)/marketplace/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { toastDone, toastFailed } from "#components/ui/toast.tsx";

/** Asks the app now whether the connection works; the answer stands in the card afterwards. */
export function CheckNowButton({ integrationId }: { integrationId: string }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  function check() {
    startTransition(async () => {
      const result = await checkNow(integrationId).catch(() => null);
      if (result === null) toastFailed("Patchbay cannot be reached. Try again.");
      else if (!result.ok) toastFailed(result.message);
      else if (hasJustFailed(result.data)) {
        toastFailed("The check failed", { description: result.data.lastErrorMessage ?? undefined });
      } else toastDone("The connection works");
      router.refresh();
    });
  }
  return (
    <Button icon={<Activity aria-hidden />} isPending={isPending} onClick={check}>
      Check now
    </Button>
  );
}

function hasJustFailed(checked: { lastErrorAt: string | null; lastSuccessAt: string | null }): boolean {
  if (checked.lastErrorAt === null) return false;
  return (
    checked.lastSuccessAt === null || Date.parse(checked.lastErrorAt) > Date.parse(checked.lastSuccessAt)
  );
}
