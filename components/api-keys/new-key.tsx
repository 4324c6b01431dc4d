import type { ReactNode } from "react";
import { CodeBlock } from "#components/ui/code-block.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import { DialogFooter } from "#components/ui/dialog.tsx";
import { Notice } from "#components/ui/notice.tsx";
import type { NewApiKeyDto } from "#lib/auth/api-key-schema.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { sendEventCommand } from "#lib/events/catalogue/send-command.ts";
import { apiKeys as t } from "#lib/words/en/screens/api-keys.ts";

interface NewKeyProps {
  created: NewApiKeyDto;
  /** Of Patchbay, for the command. */
  origin: string;
  /** The reader tried to close the dialog by the way. */
  isLeaving: boolean;
  /** The button that says that the key is kept. */
  children: ReactNode;
}

/** A key right after it was created, and a command to try it with. */
export function NewKey({ created, origin, isLeaving, children }: NewKeyProps) {
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
