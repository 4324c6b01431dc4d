"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type ReactNode, useRef, useState } from "react";
import { createKey } from "#components/api-keys/server-actions.ts";
import { useDecision } from "#components/forms/use-decision.ts";
import { useFieldErrors } from "#components/forms/use-field-errors.ts";
import { Button } from "#components/ui/button.tsx";
import { ButtonLink } from "#components/ui/button-link.tsx";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { Dialog, DialogFooter } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { createApiKeyInput, type NewApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { sendEventCommand } from "#lib/events/catalogue/send-command.ts";
import { apiKeys as t } from "#lib/words/en/screens/api-keys.ts";
import { CreateKeyForm } from "./create-key-form.tsx";

interface NewKeyProps {
  created: NewApiKeyDto;
  /** Of Patchbay, for the command. */
  origin: string;
  /** The reader tried to close the dialog by the way. */
  isLeaving: boolean;
  /** The button that says that the key is kept. */
  children: ReactNode;
}

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
        title={created && !isPosted ? t("create_key_dialog_title") : t("create_key_dialog_create_api_key")}
        description={
          created && !isPosted
            ? t("create_key_dialog_description", { name: created.name })
            : t("create_key_dialog_one_program_with_no")
        }
        trigger={
          <Button variant="primary" icon={<Plus aria-hidden />}>
            {t("create_key_dialog_create_api_key")}
          </Button>
        }
        modal={dialog}
        // A press beside the dialog must not cost the key: only the button that says so closes it.
        onLeave={created && !isPosted ? () => setIsLeaving(true) : undefined}
      >
        {created && !isPosted ? (
          <NewKey created={created} origin={origin} isLeaving={isLeaving}>
            <Button variant="primary" onClick={finish}>
              {t("create_key_dialog_i_have_kept_key")}
            </Button>
          </NewKey>
        ) : (
          <CreateKeyForm decision={decision} errors={errors} />
        )}
      </Dialog>
      {isPosted && result && (
        <div role="status" className="order-last basis-full text-left">
          {result.ok ? (
            <Notice
              tone="success"
              title={t("create_key_dialog_copy_key_name_now", { name: result.data.name })}
            >
              <p className="mb-3">{t("create_key_dialog_shown_once")}</p>
              <NewKey created={result.data} origin={origin} isLeaving={false}>
                <ButtonLink href="/api-keys">{t("create_key_dialog_i_have_kept_key")}</ButtonLink>
              </NewKey>
            </Notice>
          ) : (
            <Notice tone="danger" title={t("create_key_dialog_key_was_not_created")}>
              {[result.message, ...result.fieldErrors.map(({ message }) => message)].join(" ")}
            </Notice>
          )}
        </div>
      )}
    </>
  );
}

/** A key right after it was created, and a command to try it with. */
function NewKey({ created, origin, isLeaving, children }: NewKeyProps) {
  const { key, scopes } = created;
  const event = { type: orderPaid.type, data: orderPaid.example };
  return (
    <div className="grid min-w-0 gap-4">
      <div className="flex flex-wrap items-center gap-2 rounded-control border border-line-strong bg-sunken p-2 pl-3">
        <code className="min-w-0 flex-1 basis-56 font-mono text-sm [overflow-wrap:anywhere]">{key}</code>
        <CopyButton text={key} label={t("new_key_label")} look="button" />
      </div>
      {scopes.includes("events:write") && (
        <CodeBlock
          label={t("new_key_send_first_event")}
          code={sendEventCommand({ origin, apiKey: key, event })}
          className="[&_section]:max-h-56"
        />
      )}
      {isLeaving && (
        <div role="alert">
          <Notice tone="warning" title={t("new_key_title")}>
            {t("new_key_cannot_shown_again_if")}
          </Notice>
        </div>
      )}
      <DialogFooter>{children}</DialogFooter>
    </div>
  );
}
