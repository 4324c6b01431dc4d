"use client";

import { useRouter } from "next/navigation";
import { HiddenFields } from "#components/forms/hidden-fields.tsx";
import { useDecision } from "#components/forms/use-decision.ts";
import { installFromForm } from "#components/recipes/server-actions.ts";
import { Card } from "#components/ui/card.tsx";
import { FormErrorSummary } from "#components/ui/form-error-summary.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import { lookUp } from "#lib/look-up.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import type { ActionResult } from "#lib/transport/action.ts";
import { recipesBrowser as t } from "#lib/words/en/screens/recipes-browser.ts";
import { installNames } from "./install-names.ts";
import { QuestionField } from "./question-field.tsx";
import type { RoleEntries } from "./recipe-choices.ts";
import { RoleField } from "./role-field.tsx";

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
  const errorOf = (path: string) =>
    refusal?.fieldErrors.find((error) => error.path === path || error.path.startsWith(`${path}.`))?.message;
  const named = [
    ...recipe.roles.map(({ name }) => ({ name: installNames.role(name), path: `roles.${name}` })),
    ...recipe.questions.map(({ name }) => ({ name: installNames.answer(name), path: `answers.${name}` })),
  ];
  const summary = named.flatMap(({ name, path }) => {
    const message = errorOf(path);
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
            error={errorOf(`roles.${role.name}`)}
          />
        ))}
        {recipe.questions.map((question) => (
          <QuestionField
            key={question.name}
            question={question}
            typed={typed}
            error={errorOf(`answers.${question.name}`)}
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
