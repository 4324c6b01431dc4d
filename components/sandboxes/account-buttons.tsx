"use client";

import { ConfirmDialog } from "#components/forms/confirm-dialog.tsx";
import { endAccess, resetAccount } from "#components/sandboxes/server-actions.ts";
import { Button } from "#components/ui/button.tsx";
import type { SandboxAccountDto } from "#lib/sandbox/schema.ts";

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
            <Button size="sm" aria-label={`End access to ${account.label}`}>
              End access
            </Button>
          }
          title={`End all access to ${account.label}?`}
          description="As when someone changes the password there: the app tells nobody, and Patchbay finds out at its next call."
          stops={["Every connection to this account, until it is connected again"]}
          confirmLabel="End access"
          action={endAccess}
          about={place}
          done="Access has ended"
          onDone={onChange}
        />
      )}
      <ConfirmDialog
        trigger={
          <Button size="sm" aria-label={`Start over: ${account.label}`}>
            Start over
          </Button>
        }
        title={`Start ${account.label} over?`}
        description="What the account holds goes back to how it was at first. Only this copy is touched."
        stops={["Every connection to this account, until it is connected again"]}
        confirmLabel="Start over"
        action={resetAccount}
        about={place}
        done="The account is as it was at first"
        onDone={onChange}
      />
    </div>
  );
}
