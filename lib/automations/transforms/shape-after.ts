import { isOfType } from "#lib/automations/shapes/fits.ts";
import type { Found } from "#lib/automations/shapes/follow-path.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import type { MappingCheckParams } from "#lib/failures/mapping-messages.ts";
import type { Behaviour, TransformOf } from "./behaviour.ts";
import { transforms } from "./registry.ts";
import type { Transform, TransformId } from "./transform-schema.ts";

type Refusal = {
  code: "mapping_transform_does_not_fit";
  params: MappingCheckParams["mapping_transform_does_not_fit"];
};

/** What a value has become after its transforms, one after the other; or the first that does not take what it gets. */
export function shapeAfter(
  found: Found,
  steps: readonly Transform[],
): { found: Found } | { refusal: Refusal } {
  let now = found;
  for (const step of steps) {
    const given = shapeGiven(step, now.shape);
    if (given === null) return { refusal: refusalOf(step, now.shape) };
    now = { shape: given.shape, mayBeMissing: now.mayBeMissing || given.mayBeMissing };
  }
  return { found: now };
}

function shapeGiven<Id extends TransformId>(transform: TransformOf<Id>, given: Shape): Found | null {
  const behaviour: Behaviour<Id> = transforms[transform.transform];
  const choices = given.oneOf.length > 0 ? given.oneOf : [given];
  const isTaken = choices.every(
    ({ type }) => type === "any" || behaviour.takes.some((taken) => isOfType(type, taken)),
  );
  return isTaken ? behaviour.gives(given, transform) : null;
}

function refusalOf({ transform }: Transform, { type }: Shape): Refusal {
  const [expected = "any"] = transforms[transform].takes;
  return { code: "mapping_transform_does_not_fit", params: { transform, expected, found: type } };
}
