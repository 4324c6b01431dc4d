import { labelOf } from "#components/schema-form/shape.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { lookUp } from "#lib/look-up.ts";
import { type BuilderWorld, findChosen, shapesOfAction } from "./builder-model.ts";

const settings: Readonly<Record<string, string>> = {
  integrationId: "Account",
  action: "What it does",
  mode: "When it is due",
  limit: "Without asking up to",
  condition: "Only if",
  mustReach: "This must arrive",
  freshForSeconds: "Makes sense",
};

/** A place of a draft as the screen calls it: `steps[0].mapping.text` is "Step 1, Text". */
export function placeWords(world: BuilderWorld, { steps }: Definition, path: string): string {
  const [, index, part, name] = /^steps\[(\d+)\](?:\.(\w+))?(?:\.([^.[\]]+))?/.exec(path) ?? [];
  if (index === undefined) {
    return path.startsWith("condition") ? "Only if" : path === "steps" ? "Then" : labelOf(path);
  }
  const step = `Step ${Number(index) + 1}`;
  if (part === undefined) return step;
  const chosen = steps[Number(index)];
  if (part !== "mapping" || name === undefined || chosen === undefined) {
    return `${step}, ${lookUp(settings, part) ?? labelOf(part)}`;
  }
  const { input } = shapesOfAction(findChosen(world, chosen).action);
  return `${step}, ${lookUp(input.fields, name)?.shape.title ?? labelOf(name)}`;
}
