import type { Tx } from "#db/client.ts";
import {
  type DefinitionProblem,
  eventShape,
  findProblems,
} from "#lib/automations/checking/definition-problems.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { findActions } from "#lib/automations/naming/find-actions.ts";
import { toInputShape, toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { shapeOfType } from "#lib/automations/shapes/shape.ts";
import { suggestMapping } from "#lib/automations/suggestions/suggest-mapping.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { formatPath } from "#lib/parse.ts";
import type { Drift } from "./drift.ts";
import { placesRead, type SourceShapesNow, shapeAt } from "./note-reliance.ts";
import type { ReliesOn } from "./relies-on-schema.ts";
import type { Part, Repair } from "./schema.ts";
import { listUses, type Use } from "./uses.ts";

/**
 * What today's schemas of the event and of the actions no longer have of what a live version relies on. It could be
 * published once, so whatever is wrong with it now has changed since.
 */
export async function findSchemaDrift(
  tx: Tx,
  merchantId: string,
  definition: Definition,
  noted: ReliesOn,
): Promise<Drift[]> {
  const uses = listUses(definition);
  const lookUpAction = await findActions(tx, merchantId, uses);
  const outputs = new Map(
    definition.steps.map((step) => {
      const { action } = lookUpAction(step);
      return [step.key, action === null ? shapeOfType("any") : toOutputShape(action)] as const;
    }),
  );
  const shapes = { event: eventShape(definition.eventType), outputs };
  const problems = await findProblems(tx, merchantId, definition);
  const findUse = (path: DefinitionProblem["path"]) =>
    uses.find(({ index, part }) => index === path[1] && part === getPart(path));
  const suggest = (use: Use, field: string): Repair | null => {
    const { action, app } = lookUpAction(use);
    if (action === null || app === null) return null;
    const earlier = definition.steps.slice(0, use.index).map((step) => ({
      step: step.key,
      app: lookUpAction(step).app?.id ?? "",
      shape: outputs.get(step.key) ?? shapeOfType("any"),
    }));
    const question = { event: shapes.event, input: toInputShape(action), app: app.id, earlier };
    const found = suggestMapping(question).find(({ path }) => path.length === 1 && path[0] === field);
    return found ? { kind: "change", part: use.part, values: { [field]: found.value } } : null;
  };
  const found = problems
    .filter(({ weight, path, message }) => {
      // A permission that is missing is found at the account, with the way to grant it.
      if (message.code === "publish_no_permission") return false;
      return weight !== "warning" && path[0] === "steps" && path.length > 1;
    })
    .flatMap((problem) => {
      const use = findUse(problem.path);
      return use ? [toDrift(problem, use, suggest)] : [];
    });
  const isTold = new Set(found.map(({ stepKey }) => stepKey));
  return [
    ...found,
    ...uses.filter(({ stepKey }) => !isTold.has(stepKey)).flatMap((use) => changedTypes(use, shapes, noted)),
  ];
}

function getPart(path: DefinitionProblem["path"]): Part {
  return path[2] === "mustReach" ? "otherwise" : "step";
}

function toDrift(
  { path, message }: DefinitionProblem,
  use: Use,
  suggest: (use: Use, field: string) => Repair | null,
): Drift {
  const rest = path.slice(use.part === "step" ? 2 : 4);
  const [head, ...inner] = rest;
  const field = formatPath(head === "mapping" ? inner : rest);
  const said = saidParam(message);
  const step = use.stepKey;
  const about = { stepKey: step, subject: `${use.part} ${String(head)} ${field}`, repair: null };
  if (head === "action") return { ...about, said: say("drift_action_gone", { step, said }) };
  if (head === "integrationId") return { ...about, said: say("drift_connection_gone", { step, said }) };
  const code = toDriftCode(message);
  if (code === "required") {
    const repair = inner.length === 1 ? suggest(use, String(inner[0])) : null;
    return { ...about, said: say("drift_required_field", { step, field }), repair };
  }
  if (code === "gone") return { ...about, said: say("drift_field_gone", { step, field, said }) };
  if (code === "input") return { ...about, said: say("drift_input_gone", { step, field }) };
  if (code === "option") return { ...about, said: say("drift_option_gone", { step, field, said }) };
  return { ...about, said: say("drift_misfit", { step, field, said }) };
}

function toDriftCode({ code }: Message): "required" | "gone" | "input" | "option" | "misfit" {
  if (code === "mapping_input_missing") return "required";
  if (code === "mapping_unknown_source" || code === "mapping_unknown_step") return "gone";
  if (code === "mapping_unknown_input") return "input";
  return code === "mapping_not_among" || code === "condition_not_among" ? "option" : "misfit";
}

/** Fields that are still there, and of another type: what reads them may take them, and mean something else. */
function changedTypes(use: Use, shapes: SourceShapesNow, noted: ReliesOn): Drift[] {
  const before = lookUp(noted, use.key)?.sources ?? [];
  const read = placesRead(use.mapping);
  return before.flatMap(({ from, path, type }): Drift[] => {
    const source = read.find((each) => each.from === from && formatPath(each.path) === path);
    const now = source ? shapeAt(shapes, source)?.type : undefined;
    if (now === undefined || now === type) return [];
    const field = from === "event" ? path : `${from}.${path}`;
    return [
      {
        stepKey: use.stepKey,
        subject: `${use.part} source ${field}`,
        said: say("drift_type_changed", { step: use.stepKey, field, before: type, now }),
        repair: { kind: "accept", part: use.part },
      },
    ];
  });
}
