"use client";

import { endAccess, resetAccount } from "#app/(dashboard)/sandboxes/actions.ts";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { toastDone } from "#components/ui/toast.tsx";
import type { SandboxAccountDto } from "#lib/sandbox/schema.ts";

interface AccountButtonsProps {
  provider: string;
  account: SandboxAccountDto;
  onChange: () => Promise<void>;
}

/** What can be done to an account as a whole; each asks once. */
export function AccountButtons({ provider, account, onChange }: AccountButtonsProps) {
  async function run(action: typeof endAccess, done: string): Promise<string | undefined> {
    const result = await action({ provider, account: account.id }).catch(() => null);
    if (result === null) return "Patchbay cannot be reached. Check the connection and try again.";
    if (!result.ok) return result.message;
    toastDone(done);
    await onChange();
    return undefined;
  }

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
          onConfirm={() => run(endAccess, "Access has ended")}
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
        onConfirm={() => run(resetAccount, "The account is as it was at first")}
      />
    </div>
  );
}
