import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { DifferenceDto } from "./try-schema.ts";
import { conditionText, mappingTexts } from "./value-text.ts";

type Defined = DifferenceDto["fields"][number];
type StepDifference = {
  step: Step;
  change: DifferenceDto["steps"][number]["change"];
  position: { before: number | null; after: number | null };
  fields: Defined[];
};

/** Where a draft differs from the live version. @param live null = there is none: all is new */
export function compareDefinitions(
  live: Definition | null,
  draft: Definition,
): { fields: Defined[]; steps: StepDifference[] } {
  const texts = ({ eventType, condition }: Definition) =>
    new Map([
      ["eventType", eventType],
      ...(condition === null ? [] : [["condition", conditionText(condition)] as const]),
    ]);
  return {
    fields: changesOf(live === null ? new Map() : texts(live), texts(draft)),
    steps: compareSteps(live?.steps ?? [], draft.steps),
  };
}

function compareSteps(before: readonly Step[], after: readonly Step[]): StepDifference[] {
  const keptBefore = before.filter(({ key }) => after.some((step) => step.key === key));
  const keptAfter = after.filter(({ key }) => before.some((step) => step.key === key));
  const changes = after.flatMap((step, at): StepDifference[] => {
    const was = before.findIndex(({ key }) => key === step.key);
    const old = before[was];
    if (old === undefined) {
      const fields = changesOf(new Map(), stepTexts(step));
      return [{ step, change: "added", position: { before: null, after: at }, fields }];
    }
    const fields = changesOf(stepTexts(old), stepTexts(step));
    const isMoved = keptBefore.findIndex(({ key }) => key === step.key) !== keptAfter.indexOf(step);
    if (fields.length === 0 && !isMoved) return [];
    return [
      { step, change: fields.length > 0 ? "changed" : "moved", position: { before: was, after: at }, fields },
    ];
  });
  const removed = before.flatMap((step, at): StepDifference[] =>
    keptBefore.includes(step)
      ? []
      : [
          {
            step,
            change: "removed",
            position: { before: at, after: null },
            fields: changesOf(stepTexts(step), new Map()),
          },
        ],
  );
  return [...changes, ...removed];
}

/** Versions of before a setting was there hold none of it. */
function stepTexts(step: Step): Map<string, string> {
  const { integrationId, action, mode, mapping, condition, limit, freshForSeconds, mustReach } = step;
  const settings: [string, string | null][] = [
    ["integrationId", integrationId],
    ["action", action],
    ["mode", mode],
    ["condition", condition ? conditionText(condition) : null],
    ["limit", limit ? `${limit.amount} ${limit.currency}` : null],
    ["freshForSeconds", freshForSeconds ? String(freshForSeconds) : null],
    ["mustReach.withinSeconds", mustReach ? String(mustReach.withinSeconds) : null],
  ];
  const second = mustReach?.otherwise ?? null;
  if (second !== null) {
    settings.push(
      ["mustReach.otherwise.integrationId", second.integrationId],
      ["mustReach.otherwise.action", second.action],
      ...prefixed("mustReach.otherwise.mapping", second.mapping),
    );
  }
  return new Map(
    [...settings, ...prefixed("mapping", mapping)].flatMap(([name, text]) =>
      text === null ? [] : [[name, text]],
    ),
  );
}

function prefixed(prefix: string, mapping: Step["mapping"]): [string, string][] {
  return [...mappingTexts(mapping)].map(([path, text]) => [`${prefix}.${path}`, text]);
}

function changesOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Defined[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path) => {
    const [was, is] = [before.get(path) ?? null, after.get(path) ?? null];
    return was === is ? [] : [{ path, before: was, after: is }];
  });
}
