import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { screenText } from "#lib/words/screen-text.ts";
import { type Told, toldDefinition, toldStep } from "./told-definition.ts";
import type { DifferenceDto } from "./try-schema.ts";
import { conditionText, mappingTexts } from "./value-text.ts";

type Defined = DifferenceDto["fields"][number];
type StepDifference = {
  step: Step;
  change: DifferenceDto["steps"][number]["change"];
  position: { before: number | null; after: number | null };
  fields: Defined[];
};

/** A definition with what its parts are called. */
export type Named = { definition: Definition; names: Names; lookUpAction: Parameters<typeof toldStep>[2] };

/** Where a draft differs from the live version. @param live null = there is none: all is new */
export function compareDefinitions(
  live: Named | null,
  draft: Named,
): { fields: Defined[]; steps: StepDifference[] } {
  return {
    fields: findChanges(
      live === null ? new Map() : leavesOfDefinition(live),
      leavesOfDefinition(draft),
      draft,
    ),
    steps: compareSteps(live, draft),
  };
}

function compareSteps(live: Named | null, draft: Named): StepDifference[] {
  const before = live?.definition.steps ?? [];
  const after = draft.definition.steps;
  const leavesBefore = (step: Step) => (live === null ? new Map<string, Leaf>() : leavesOfStep(step, live));
  const leavesAfter = (step: Step) => leavesOfStep(step, draft);
  const keptBefore = before.filter(({ key }) => after.some((step) => step.key === key));
  const keptAfter = after.filter(({ key }) => before.some((step) => step.key === key));
  const changes = after.flatMap((step, at): StepDifference[] => {
    const was = before.findIndex(({ key }) => key === step.key);
    const old = before[was];
    if (old === undefined) {
      const fields = findChanges(new Map(), leavesAfter(step), draft);
      return [{ step, change: "added", position: { before: null, after: at }, fields }];
    }
    const fields = findChanges(leavesBefore(old), leavesAfter(step), draft);
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
            fields: findChanges(leavesBefore(step), new Map(), draft),
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

/** What stands at a place: in full, to compare it, and in words. */
type Leaf = Told & { exact: string };

function leavesOfDefinition({ definition, names }: Named): Map<string, Leaf> {
  const { eventType, condition } = definition;
  const exact = new Map([["eventType", eventType]]);
  if (condition !== null) exact.set("condition", conditionText(condition));
  return collectLeaves(exact, toldDefinition(definition, names));
}

function leavesOfStep(step: Step, { names, lookUpAction }: Named): Map<string, Leaf> {
  return collectLeaves(stepTexts(step), toldStep(step, names, lookUpAction));
}

function collectLeaves(
  exact: ReadonlyMap<string, string>,
  told: ReadonlyMap<string, Told>,
): Map<string, Leaf> {
  return new Map(
    [...exact].map(([path, text]) => [path, { ...(told.get(path) ?? { title: path, text }), exact: text }]),
  );
}

function findChanges(
  before: ReadonlyMap<string, Leaf>,
  after: ReadonlyMap<string, Leaf>,
  { names }: Pick<Named, "names">,
): Defined[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((path): Defined[] => {
    const [was, is] = [before.get(path), after.get(path)];
    if (was?.exact === is?.exact) return [];
    const title = is?.title ?? was?.title ?? path;
    if (was === undefined || is === undefined || was.text !== is.text) {
      return [{ path, title, before: was?.text ?? null, after: is?.text ?? null }];
    }
    // Words say less than the whole: another list of values to replace reads the same.
    const value = screenText("value_changed_within", { value: is.text }, names.reader.locale);
    return [{ path, title, before: was.text, after: value }];
  });
}
