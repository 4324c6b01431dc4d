import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { say } from "#lib/failures/say.ts";
import { lookUp } from "#lib/look-up.ts";
import { findManifest } from "#lib/providers/manifests.ts";
import { loadToldDeclaration } from "#lib/providers/told-app.ts";
import type { Locale } from "#lib/words/locale.ts";
import { render } from "#lib/words/render.ts";
import type { MerchantsOwn } from "./merchants-own.ts";
import type { Question, Recipe, Role, Trade } from "./recipe.ts";
import type { RecipeDto, RoleDto } from "./schema.ts";

/** A recipe as one merchant sees it: with their connections, and what is missing. */
export async function toRecipeDto(
  recipe: Recipe,
  { connections, automations }: MerchantsOwn,
  locale: Locale,
): Promise<RecipeDto> {
  const roles = await Promise.all(
    Object.entries(recipe.roles).map(([name, role]) => toRoleDto(name, role, connections)),
  );
  const apps = [...new Map(roles.map(({ app }) => [app.id, app])).values()];
  const isConnected = ({ id }: { id: string }) => connections.some(({ provider }) => provider === id);
  return {
    id: recipe.id,
    trades: recipe.trades.map((id) => ({ id, label: tradeTitle(id, locale) })),
    title: recipe.title,
    benefit: recipe.benefit,
    event: { type: recipe.eventType, title: findEventType(recipe.eventType)?.title ?? recipe.eventType },
    hasCondition: recipe.condition !== undefined,
    apps,
    steps: recipe.steps.map((step) => ({
      key: step.key,
      title: step.title,
      app: toApp(lookUp(recipe.roles, step.role)?.provider ?? ""),
      role: step.role,
      action: step.action,
      mode: isAskedAbout(recipe, step.key) ? "review" : (step.mode ?? "live"),
      hasCondition: step.condition !== undefined,
      freshForSeconds: step.freshForSeconds ?? null,
      mustReachWithinSeconds: step.mustReach?.withinSeconds ?? null,
    })),
    roles,
    questions: Object.entries(recipe.questions ?? {}).map(([name, question]) =>
      toQuestionDto(name, question),
    ),
    missingApps: apps.filter((app) => !isConnected(app)),
    automations: automations
      .filter(({ recipeId }) => recipeId === recipe.id)
      .map(({ id, name }) => ({ id, name })),
  };
}

function isAskedAbout({ questions = {} }: Recipe, key: string): boolean {
  return Object.values(questions).some((question) => question.kind === "money" && question.step === key);
}

async function toRoleDto(
  name: string,
  role: Role,
  connections: MerchantsOwn["connections"],
): Promise<RoleDto> {
  const { provider: id, title, help, resource, suggestedName = null, make } = role;
  const { resources = [] } = (await loadToldDeclaration(id)) ?? {};
  return {
    name,
    app: toApp(id),
    title,
    help,
    resource: resources.find((list) => list.id === resource) ?? null,
    suggestedName,
    make: make ? { title: make.title } : null,
    connections: connections
      .filter(({ provider }) => provider === id)
      .map(({ provider: _, ...connection }) => connection),
  };
}

function toQuestionDto(name: string, question: Question): RecipeDto["questions"][number] {
  const { kind, title, help } = question;
  const about = { name, kind, title, help };
  return question.kind === "money"
    ? { ...about, default: null, step: question.step }
    : { ...about, default: question.default, step: null };
}

function toApp(id: string): { id: string; name: string } {
  return { id, name: findManifest(id)?.name ?? id };
}

/** Whom a recipe is for, as the gallery says it. */
export function tradeTitle(trade: Trade, locale: Locale): string {
  return render(say("recipe_trade", { trade }), locale);
}
