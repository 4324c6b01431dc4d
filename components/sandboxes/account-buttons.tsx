"use client";

import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { endAccess, resetAccount } from "#components/sandboxes/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import type { SandboxAccountDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

interface AccountButtonsProps {
  provider: string;
  account: SandboxAccountDto;
  onChange: () => Promise<void>;
}

/** What can be done to an account as a whole; each asks once. */
export function AccountButtons({ provider, account, onChange }: AccountButtonsProps) {
  const place = { provider, account: account.id };
  return (
    <div className="flex flex-wrap gap-2">
      {account.access > 0 && (
        <ConfirmDialog
          trigger={
            <Button size="sm" aria-label={t("account_buttons_end_access_label", { label: account.label })}>
              {t("account_buttons_end_access")}
            </Button>
          }
          title={t("account_buttons_title", { label: account.label })}
          description={t("account_buttons_description")}
          stops={[t("account_buttons_every_connection_this_account")]}
          confirmLabel={t("account_buttons_end_access")}
          action={endAccess}
          about={place}
          done={t("account_buttons_access_has_ended")}
          onDone={onChange}
        />
      )}
      <ConfirmDialog
        trigger={
          <Button size="sm" aria-label={t("account_buttons_start_over_label", { label: account.label })}>
            {t("account_buttons_start_over")}
          </Button>
        }
        title={t("account_buttons_start_label_over", { label: account.label })}
        description={t("account_buttons_what_account_holds_goes")}
        stops={[t("account_buttons_every_connection_this_account")]}
        confirmLabel={t("account_buttons_start_over")}
        action={resetAccount}
        about={place}
        done={t("account_buttons_account_as_was_first")}
        onDone={onChange}
      />
    </div>
  );
}
