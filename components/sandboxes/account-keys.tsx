import { Copyable } from "#components/ui/copyable.tsx";
import { KeyValueList } from "#components/ui/key-value-list.tsx";
import { SecretField } from "#components/ui/secret-field.tsx";
import type { SandboxKeyDto } from "#lib/sandbox/schema.ts";
import { sandboxes as t } from "#lib/words/en/screens/sandboxes.ts";

/** What to type into the connect form, folded away. */
export function AccountKeys({ keys }: { keys: readonly SandboxKeyDto[] }) {
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
