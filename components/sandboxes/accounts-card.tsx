import { Card } from "#components/ui/card.tsx";
import type { SandboxStateDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { AccountItem } from "./account-item.tsx";
import { OpenAccountButton } from "./open-account-button.tsx";

interface AccountsCardProps {
  sandbox: Pick<SandboxStateDto, "id" | "name" | "accounts" | "keys">;
  canChange: boolean;
  onChange: () => Promise<void>;
}

/** The merchant's accounts at the app. */
export function AccountsCard({ sandbox, canChange, onChange }: AccountsCardProps) {
  return (
    <Card
      title={t("accounts_card_title")}
      description={t("accounts_card_description", { name: sandbox.name })}
      actions={canChange && <OpenAccountButton provider={sandbox.id} onDone={onChange} />}
      isFlush
    >
      <ul className="divide-y divide-line">
        {sandbox.accounts.map((account) => (
          <AccountItem
            key={account.id}
            provider={sandbox.id}
            account={account}
            keys={sandbox.keys.filter((key) => key.account === account.id)}
            canChange={canChange}
            onChange={onChange}
          />
        ))}
      </ul>
    </Card>
  );
}
