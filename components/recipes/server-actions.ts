"use server";

import { redirect } from "next/navigation";
import type { Installed } from "#components/recipes/install-form.tsx";
import { readInstallForm } from "#components/recipes/read-install-form.ts";
import { deleteAutomation } from "#lib/automations/delete-automation.ts";
import { publishAutomation } from "#lib/automations/publish-automation.ts";
import { getRecipe } from "#lib/recipes/get-recipe.ts";
import { installRecipe } from "#lib/recipes/install-recipe.ts";
import { type ActionResult, redirectPosted, runAction } from "#lib/transport/action.ts";
import { rememberRecipe } from "#lib/transport/recipe-cookie.ts";
import { runFields } from "#lib/transport/run-verb.ts";

/** Leads to the page of an app that a recipe needs; once it is connected, that page leads back. */
export async function connectForRecipe(form: FormData): Promise<void> {
  const found = await runAction((ctx) => runFields(getRecipe, { ctx, input: { id: form.get("recipe") } }));
  const app = found.ok ? found.data.apps.find(({ id }) => id === form.get("provider")) : undefined;
  if (!found.ok || !app) redirect("/recipes");
  await rememberRecipe(found.data.id);
  redirect(`/marketplace/${app.id}`);
}

/** Makes a draft of a recipe with what was chosen, and leads to its preview. What was typed comes back. */
export async function installFromForm(_: unknown, form: FormData): Promise<Installed> {
  const result = await runAction(async (ctx) => {
    const recipe = await runFields(getRecipe, { ctx, input: { id: form.get("id") } });
    const { id } = await installRecipe({ ctx, input: { id: recipe.id, ...readInstallForm(recipe, form) } });
    return { href: `/recipes/${recipe.id}?draft=${id}` };
  });
  if (!result.ok) return { ...result, typed: readTexts(form) };
  await redirectPosted(result.data.href);
  return result;
}

function readTexts(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form].flatMap(([name, value]) =>
      typeof value === "string" && !name.startsWith("$") ? [[name, value]] : [],
    ),
  );
}

/** Publishes the draft that was previewed. */
export async function switchRecipeOn(_: unknown, form: FormData): Promise<ActionResult<{ href: string }>> {
  const result = await runAction(async (ctx) => ({
    href: `/automations/${(await runFields(publishAutomation, { ctx, input: { id: form.get("id"), revision: Number(form.get("revision")) } })).id}?installed=1`,
  }));
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}

/** Throws the draft away and leads back to the choices. */
export async function chooseAgain(_: unknown, form: FormData): Promise<ActionResult<{ href: string }>> {
  const result = await runAction(async (ctx) => {
    const recipe = await runFields(getRecipe, { ctx, input: { id: form.get("recipe") } });
    await runFields(deleteAutomation, { ctx, input: { id: form.get("id") } });
    return { href: `/recipes/${recipe.id}` };
  });
  if (result.ok) await redirectPosted(result.data.href);
  return result;
}
