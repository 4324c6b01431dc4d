import type { Definition } from "#lib/automations/definition-schema.ts";
import { placeTitle } from "#lib/automations/words/place-words.ts";
import type { Locale } from "#lib/words/locale.ts";
import { type BuilderSnapshot, findChosen, shapesOfAction } from "./builder-model.ts";

/** A place of a draft as the screen calls it: `steps[0].mapping.text` is "Step 1, Text". */
export function placeWords(
  snapshot: BuilderSnapshot,
  { steps }: Definition,
  path: string,
  locale: Locale,
): string {
  const getShapes = (at: number) => {
    const step = steps[at];
    if (!step) return null;
    const second = step.mustReach?.otherwise ?? null;
    return {
      input: shapesOfAction(findChosen(snapshot, step).action).input,
      second: second && shapesOfAction(findChosen(snapshot, second).action).input,
    };
  };
  return placeTitle(path, getShapes, locale);
}
