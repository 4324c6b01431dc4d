"use client";

import { useRouter } from "next/navigation";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { installFromForm } from "#components/recipes/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { Field } from "#components/ui/field.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { Notice } from "#components/ui/notice.tsx";
import { Select } from "#components/ui/select.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { TextLink } from "#components/ui/text-link.tsx";
import { lookUp } from "#lib/look-up.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import type { ActionResult } from "#lib/transport/action.ts";
import { recipesBrowser as t } from "#lib/words/en/screens/recipes-browser.ts";
import { installNames } from "./install-names.ts";
import { QuestionField } from "./question-field.tsx";
import { type RoleEntries, type RoleEntry, roleOptions } from "./recipe-choices.ts";

interface RoleFieldProps {
  role: RecipeDto["roles"][number];
  /** null = the account's list could not be read. */
  entries: readonly RoleEntry[] | null;
  /** What was chosen before. */
  typed: string | undefined;
  error: string | undefined;
}

/** What came of the form, and where the browser posted it itself, what stands in it now. */
export type Installed = ActionResult<{ href: string }> & { typed?: Readonly<Record<string, string>> };

interface InstallFormProps {
  recipe: Pick<RecipeDto, "id" | "roles" | "questions">;
  entries: RoleEntries;
}

/** Chooses what a recipe works with, by name, and leads to a preview of it. Nothing is switched on yet. */
export function InstallForm({ recipe, entries }: InstallFormProps) {
  const router = useRouter();
  const decision = useDecision<{ href: string }, Installed>(installFromForm, {
    page: `/recipes/${recipe.id}`,
    onResult: (result) => {
      if (result.ok) router.push(result.data.href);
    },
  });
  const { result, posted } = decision;
  const refusal = result && !result.ok ? result : null;
  const typed = posted?.typed ?? {};
  const findError = (path: string) =>
    refusal?.fieldErrors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;
  const named = [
    ...recipe.roles.map(({ name }) => ({ name: installNames.role(name), path: `roles.${name}` })),
    ...recipe.questions.map(({ name }) => ({ name: installNames.answer(name), path: `answers.${name}` })),
  ];
  const summary = named.flatMap(({ name, path }) => {
    const message = findError(path);
    return message === undefined ? [] : [{ name, message }];
  });
  return (
    <Card>
      <form {...decision.form} noValidate className="grid gap-5">
        <HiddenFields values={{ id: recipe.id }} />
        <FormErrorSummary
          title={t("install_form_title")}
          errors={refusal && summary.length === 0 ? [{ message: refusal.message }] : summary}
        />
        {recipe.roles.map((role) => (
          <RoleField
            key={role.name}
            role={role}
            entries={lookUp(entries, role.name) ?? null}
            typed={lookUp(typed, installNames.role(role.name))}
            error={findError(`roles.${role.name}`)}
          />
        ))}
        {recipe.questions.map((question) => (
          <QuestionField
            key={question.name}
            question={question}
            typed={typed}
            error={findError(`answers.${question.name}`)}
          />
        ))}
        <div className="flex flex-wrap items-center gap-3">
          <SubmitButton isPending={decision.isPending}>{t("install_form_see_preview")}</SubmitButton>
          <span className="text-muted text-sm">{t("install_form_nothing_switched_yet")}</span>
        </div>
      </form>
    </Card>
  );
}

/** The choice of a role: which channel, which list, or which account. */
function RoleField({ role, entries, typed, error }: RoleFieldProps) {
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
