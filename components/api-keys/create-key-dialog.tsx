"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import type { NewApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { CreateKeyForm } from "./create-key-form.tsx";
import { NewKey } from "./new-key.tsx";

/** Asks for a name and permissions, then shows the new key, this once. */
export function CreateKeyDialog({ origin }: { origin: string }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const [created, setCreated] = useState<NewApiKeyDto>();
  const [isLeaving, setIsLeaving] = useState(false);

  function close() {
    setIsOpen(false);
    setIsLeaving(false);
    setCreated(undefined);
    if (created) router.refresh();
  }

  function change(next: boolean) {
    if (next) setIsOpen(true);
    // A press beside the dialog must not cost the key: only the button that says so closes it.
    else if (created) setIsLeaving(true);
    else close();
  }

  return (
    <Dialog
      title={created ? "Copy your new key now" : "Create API key"}
      description={
        created
          ? `The key for ${created.name} works from now on. It is shown this once: we keep only a fingerprint of it.`
          : "For one program, with no more than it needs."
      }
      trigger={
        <Button variant="primary" icon={<Plus aria-hidden />}>
          Create API key
        </Button>
      }
      isOpen={isOpen}
      onOpenChange={change}
    >
      {created ? (
        <NewKey created={created} origin={origin} isLeaving={isLeaving} onDone={close} />
      ) : (
        <CreateKeyForm onCreated={setCreated} onCancel={close} />
      )}
    </Dialog>
  );
}
