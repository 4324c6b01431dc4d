import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { installNames } from "./install-names.ts";
import { type RoleEntry, roleOptions } from "./recipe-choices.ts";

interface RoleFieldProps {
  role: RecipeDto["roles"][number];
  /** null = the account's list could not be read. */
  entries: readonly RoleEntry[] | null;
  /** What was chosen before. */
  typed: string | undefined;
  error: string | undefined;
}

/** The choice of a role: which channel, which list, or which account. */
export function RoleField({ role, entries, typed, error }: RoleFieldProps) {
  const { options, chosen } = roleOptions(role, entries);
  const isUnread = role.resource !== null && entries === null;
  const name = installNames.role(role.name);
  return (
    <div className="grid gap-2">
      <Field name={name} label={`${role.title} (${role.app.name})`} help={role.help} error={error} isRequired>
        <Select
          key={options.length}
          options={options}
          placeholder={chosen === "" ? "Choose" : undefined}
          defaultValue={typed ?? chosen}
        />
      </Field>
      {isUnread && (
        <Notice tone="warning" title={`${role.app.name} could not be asked what there is`}>
          Try again in a moment, or{" "}
          <TextLink href={`/marketplace/${role.app.id}`}>look at the connection</TextLink>.
        </Notice>
      )}
      {!isUnread && options.length === 0 && (
        <Notice tone="info">
          {role.app.name} has nothing to choose from yet. Make it there, then reload this page.
        </Notice>
      )}
    </div>
  );
}
