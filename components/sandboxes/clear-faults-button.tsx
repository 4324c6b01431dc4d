"use client";

import { useTransition } from "react";
import { switchFaultsOff } from "#app/(dashboard)/sandboxes/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { toastDone, toastFailed } from "#components/ui/toast.tsx";

interface ClearFaultsButtonProps {
  provider: string;
  onDone: () => Promise<void>;
}

/** Lets every call work again. */
export function ClearFaultsButton({ provider, onDone }: ClearFaultsButtonProps) {
  const [isPending, startTransition] = useTransition();
  function clear() {
    startTransition(async () => {
      const result = await switchFaultsOff(provider).catch(() => null);
      if (result === null) return toastFailed("Patchbay cannot be reached. Try again.");
      if (!result.ok) return toastFailed(result.message);
      toastDone("Everything works again");
      await onDone();
    });
  }
  return (
    <Button isPending={isPending} onClick={clear}>
      Let everything work again
    </Button>
  );
}
