import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Repair } from "./schema.ts";

/** A definition with one of its steps repaired; as it is, where it has no such step or nothing is to be changed in it. */
export function withRepair(definition: Definition, stepKey: string, repair: Repair): Definition {
  if (repair.kind !== "change") return definition;
  return {
    ...definition,
    steps: definition.steps.map((step) => (step.key === stepKey ? repaired(step, repair) : step)),
  };
}

function repaired(step: Step, { part, values }: Extract<Repair, { kind: "change" }>): Step {
  if (part === "step") return { ...step, mapping: { ...step.mapping, ...values } };
  const otherwise = step.mustReach?.otherwise;
  if (!step.mustReach || !otherwise) return step;
  const mapping = { ...otherwise.mapping, ...values };
  return { ...step, mustReach: { ...step.mustReach, otherwise: { ...otherwise, mapping } } };
}
