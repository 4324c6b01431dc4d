"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { createKey } from "#components/api-keys/server-actions.ts";
import { useDecision } from "#components/forms/use-decision.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { createApiKeyInput, type NewApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { CreateKeyForm } from "./create-key-form.tsx";
import { NewKey } from "./new-key.tsx";

const oneTime = "It is shown this once: we keep only a fingerprint of it.";

/** Asks for a name and permissions, then shows the new key, this once. */
export function CreateKeyDialog({ origin }: { origin: string }) {
  const router = useRouter();
  const dialog = useRef<HTMLDialogElement>(null);
  const [isLeaving, setIsLeaving] = useState(false);
  const [isKept, setIsKept] = useState(false);
  const errors = useFieldErrors(createApiKeyInput);
  const decision = useDecision<NewApiKeyDto>(createKey, {
    page: "/api-keys",
    isReady: (form) =>
      errors.checkAll({ name: form.get("name"), scopes: form.getAll("scopes") }) !== undefined,
    onResult: (result) => {
      setIsKept(false);
      if (!result.ok) errors.show(result.fieldErrors, result.message);
    },
  });
  const { result, isPosted } = decision;
  const created = result?.ok && !isKept ? result.data : null;

  function finish() {
    dialog.current?.close();
    setIsLeaving(false);
    setIsKept(true);
    router.refresh();
  }

  return (
    <>
      <Dialog
        title={created && !isPosted ? "Copy your new key now" : "Create API key"}
        description={
          created && !isPosted
            ? `The key for ${created.name} works from now on. ${oneTime}`
            : "For one program, with no more than it needs."
        }
        trigger={
          <Button variant="primary" icon={<Plus aria-hidden />}>
            Create API key
          </Button>
        }
        modal={dialog}
        // A press beside the dialog must not cost the key: only the button that says so closes it.
        onLeave={created && !isPosted ? () => setIsLeaving(true) : undefined}
      >
        {created && !isPosted ? (
          <NewKey created={created} origin={origin} isLeaving={isLeaving}>
            <Button variant="primary" onClick={finish}>
              I have kept the key
            </Button>
          </NewKey>
        ) : (
          <CreateKeyForm decision={decision} errors={errors} />
        )}
      </Dialog>
      {isPosted && result && (
        <div role="status" className="order-last basis-full text-left">
          {result.ok ? (
            <Notice tone="success" title={`Copy the key for ${result.data.name} now`}>
              <p className="mb-3">{oneTime}</p>
              <NewKey created={result.data} origin={origin} isLeaving={false}>
                <ButtonLink href="/api-keys">I have kept the key</ButtonLink>
              </NewKey>
            </Notice>
          ) : (
            <Notice tone="danger" title="The key was not created yet">
              {[result.message, ...result.fieldErrors.map(({ message }) => message)].join(" ")}
            </Notice>
          )}
        </div>
      )}
    </>
  );
}
