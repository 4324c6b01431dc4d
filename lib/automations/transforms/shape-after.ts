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
    const next = transformShape(step, now.shape);
    if (next === null) return { refusal: createRefusal(step, now.shape) };
    now = { shape: next.shape, mayBeMissing: now.mayBeMissing || next.mayBeMissing };
  }
  return { found: now };
}

function transformShape<Id extends TransformId>(transform: TransformOf<Id>, source: Shape): Found | null {
  const behaviour: Behaviour<Id> = transforms[transform.transform];
  const choices = source.oneOf.length > 0 ? source.oneOf : [source];
  const isTaken = choices.every(
    ({ type }) => type === "any" || behaviour.takes.some((taken) => isOfType(type, taken)),
  );
  return isTaken ? behaviour.gives(source, transform) : null;
}

function createRefusal({ transform }: Transform, { type }: Shape): Refusal {
  const [expected = "any"] = transforms[transform].takes;
  return { code: "mapping_transform_does_not_fit", params: { transform, expected, found: type } };
}
