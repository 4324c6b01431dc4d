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
import { apiKeys as t } from "#lib/words/en/screens/api-keys.ts";
import { CreateKeyForm } from "./create-key-form.tsx";
import { NewKey } from "./new-key.tsx";

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
