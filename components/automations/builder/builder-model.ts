import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { shapeOfJsonSchema } from "#lib/automations/shapes/shape-of-json-schema.ts";
import type { EarlierStep } from "#lib/automations/suggestions/candidates.ts";
import type { CatalogueActionDto } from "#lib/marketplace/schema.ts";
import { automationsBuilder as t } from "#lib/words/en/screens/automations-builder.ts";

type BuilderAction = Pick<
  CatalogueActionDto,
  "id" | "title" | "description" | "effect" | "inputSchema" | "outputSchema" | "example"
> & { movesMoney: boolean };

/** An app that can be connected. Its actions come with it only where it is. */
export type BuilderApp = {
  id: string;
  name: string;
  icon: string | null;
  summary: string;
  actions: readonly BuilderAction[];
  resources: readonly { id: string; title: string }[];
};

/** A connection of the merchant's. */
export type BuilderConnection = {
  id: string;
  app: string;
  label: string;
  isSandbox: boolean;
  needsAttention: boolean;
};

/** What a builder works with and does not change. */
export type BuilderSnapshot = { apps: readonly BuilderApp[]; connections: readonly BuilderConnection[] };

export type Chosen = {
  connection: BuilderConnection | null;
  app: BuilderApp | null;
  action: BuilderAction | null;
};

/** What a step names; null for what is not there (any more). */
export function findChosen(
  { apps, connections }: BuilderSnapshot,
  { integrationId, action }: { integrationId: string; action: string },
): Chosen {
  const connection = connections.find(({ id }) => id === integrationId) ?? null;
  const app = apps.find(({ id }) => id === connection?.app) ?? null;
  return { connection, app, action: app?.actions.find(({ id }) => id === action) ?? null };
}

const actionShapes = new WeakMap<BuilderAction, { input: Shape; output: Shape }>();

/** What an action takes and answers; anything where it is not known. */
export function shapesOfAction(action: BuilderAction | null): { input: Shape; output: Shape } {
  if (action === null) return { input: shapeOfType("any"), output: shapeOfType("any") };
  const known = actionShapes.get(action);
  if (known) return known;
  const shapes = {
    input: shapeOfJsonSchema(action.inputSchema, action.example),
    output: shapeOfJsonSchema(action.outputSchema),
  };
  actionShapes.set(action, shapes);
  return shapes;
}

/** A step before another one, as far as its result can be used there. */
export type Earlier = EarlierStep & { number: number; title: string };

/** The steps before the one at a place. */
export function earlierSteps(snapshot: BuilderSnapshot, { steps }: Definition, at: number): Earlier[] {
  return steps.slice(0, at).map((step, index) => {
    const { app, action } = findChosen(snapshot, step);
    return {
      step: step.key,
      app: app?.id ?? "",
      shape: shapesOfAction(action).output,
      number: index + 1,
      title: titleOfStep(snapshot, step),
    };
  });
}

/** "Slack: Send a message". */
export function titleOfStep(snapshot: BuilderSnapshot, step: Pick<Step, "integrationId" | "action">): string {
  const { app, action } = findChosen(snapshot, step);
  if (app === null) return t("title_of_step_app_that_not_connected");
  return `${app.name}: ${action?.title ?? t("title_of_step_action_that_does_not")}`;
}
