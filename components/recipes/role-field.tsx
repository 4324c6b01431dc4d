import { Field } from "#components/ui/field.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { recipesBrowser as t } from "#lib/words/en/screens/recipes-browser.ts";
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
          placeholder={chosen === "" ? t("role_field_placeholder") : undefined}
          defaultValue={typed ?? chosen}
        />
      </Field>
      {isUnread && (
        <Notice tone="warning" title={t("role_field_title", { name: role.app.name })}>
          {t.rich("role_field_try_again_moment_look", {
            link: (text) => <TextLink href={`/marketplace/${role.app.id}`}>{text}</TextLink>,
          })}
        </Notice>
      )}
      {!isUnread && options.length === 0 && (
        <Notice tone="info">{t("role_field_name_has_nothing_choose", { name: role.app.name })}</Notice>
      )}
    </div>
  );
}
