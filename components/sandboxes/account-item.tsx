import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { SecretField } from "#components/ui/secret-field.tsx";
import { Status } from "#components/ui/status.tsx";
import type { SandboxAccountDto, SandboxKeyDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";
import { AccountButtons } from "./account-buttons.tsx";

interface AccountItemProps {
  provider: string;
  account: SandboxAccountDto;
  keys: readonly SandboxKeyDto[];
  canChange: boolean;
  onChange: () => Promise<void>;
}

/** One account: what it is called, whether anyone has access, and the keys to type. */
export function AccountItem({ provider, account, keys, canChange, onChange }: AccountItemProps) {
  return (
    <li className="grid gap-3 px-card py-4">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3">
        <div className="grid min-w-0 gap-1">
          <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <span className="font-medium">{account.label}</span>
            {account.access > 0 ? (
              <Status tone="success">{t("account_item_accepts_connections")}</Status>
            ) : (
              <Status tone="neutral">{t("account_item_nobody_has_access")}</Status>
            )}
          </p>
          <Copyable text={account.externalId} label={t("account_item_label")} className="text-muted" />
        </div>
        {canChange && <AccountButtons provider={provider} account={account} onChange={onChange} />}
      </div>
      {keys.length > 0 && <AccountKeys keys={keys} />}
    </li>
  );
}

/** What to type into the connect form, folded away. */
function AccountKeys({ keys }: { keys: readonly SandboxKeyDto[] }) {
  return (
    <details className="min-w-0">
      <summary className="min-h-6 w-fit rounded-tag font-medium text-muted text-sm hover:text-ink max-md:min-h-10">
        {t("account_keys_keys_connect_with")}
      </summary>
      {keys.map((key) => (
        <KeyValueList
          key={JSON.stringify(key.fields)}
          className="mt-1"
          items={key.labels.map(({ name, title, isSecret }) => ({
            key: title,
            value: isSecret ? (
              <SecretField label={title} value={key.fields[name] ?? ""} />
            ) : (
              <Copyable text={key.fields[name] ?? ""} label={title} />
            ),
          }))}
        />
      ))}
    </details>
  );
}
