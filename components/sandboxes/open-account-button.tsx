"use client";

import { Plus } from "lucide-react";
import { useTransition } from "react";
import { openAccount } from "#app/(dashboard)/sandboxes/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { toastDone, toastFailed } from "#components/ui/toast.tsx";

interface OpenAccountButtonProps {
  provider: string;
  onDone: () => Promise<void>;
}

/** Opens one more account at the app. */
export function OpenAccountButton({ provider, onDone }: OpenAccountButtonProps) {
  const [isPending, startTransition] = useTransition();
  function open() {
    startTransition(async () => {
      const result = await openAccount(provider).catch(() => null);
      if (result === null) return toastFailed("Patchbay cannot be reached. Try again.");
      if (!result.ok) return toastFailed(result.message);
      toastDone("Another account is open");
      await onDone();
    });
  }
  return (
    <Button icon={<Plus aria-hidden />} isPending={isPending} onClick={open}>
      Open another account
    </Button>
  );
}
