import type { Definition } from "#lib/automations/definition-schema.ts";
import type { Mapping } from "#lib/automations/mapping/mapping-schema.ts";
import type { Part } from "./schema.ts";

/** One use of an app in a definition: a step, or the second way of one. */
export type Use = {
  key: string;
  stepKey: string;
  part: Part;
  index: number;
  integrationId: string;
  action: string;
  mapping: Mapping;
};

/** The uses of apps in a definition, in their order. What is switched off relies on nothing. */
export function listUses({ steps }: Definition): Use[] {
  return steps.flatMap(({ key: stepKey, mode, integrationId, action, mapping, mustReach }, index): Use[] => {
    if (mode === "off") return [];
    const own = { key: keyOfUse(stepKey, "step"), stepKey, part: "step", index } as const;
    const step: Use = { ...own, integrationId, action, mapping };
    const second = mustReach?.otherwise ?? null;
    if (second === null) return [step];
    return [step, { ...own, ...second, part: "otherwise", key: keyOfUse(stepKey, "otherwise") }];
  });
}

export function keyOfUse(stepKey: string, part: Part): string {
  return part === "step" ? stepKey : `${stepKey}/otherwise`;
}
