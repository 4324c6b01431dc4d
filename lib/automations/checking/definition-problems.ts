import type { Tx } from "#db/client.ts";
import { checkCondition } from "#lib/automations/conditions/check-condition.ts";
import type { Definition, Step } from "#lib/automations/definition-schema.ts";
import { checkMapping } from "#lib/automations/mapping/check-mapping.ts";
import type { SourceShapes } from "#lib/automations/mapping/find-source.ts";
import type { Mapping } from "#lib/automations/mapping/mapping-schema.ts";
import type { Path } from "#lib/automations/mapping/path-schema.ts";
import type { CheckProblem } from "#lib/automations/mapping/scope.ts";
import { toEventShape, toInputShape, toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import { type Shape, shapeOfType } from "#lib/automations/shapes/shape.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { listParam, scopeParam } from "#lib/failures/values.ts";
import { type ActionReference, type FoundAction, findActions } from "../naming/find-actions.ts";
import { guardWarnings } from "./guard-warnings.ts";

/**
 * What a problem stops. `refused`: it is wrong, and is not saved. `unfinished`: something is still to be chosen, so it is
 * saved and not published. `warning`: it works for most events, and may be published.
 */
type Weight = "refused" | "unfinished" | "warning";

/** @param path into the definition, such as `["steps", 0, "mapping", "text"]` */
export type DefinitionProblem = { path: Path; message: Message; weight: Weight };

/** Everything that is wrong with a definition, by the event, the actions and the merchant's connections. */
export async function findProblems(
  tx: Tx,
  merchantId: string,
  definition: Definition,
): Promise<DefinitionProblem[]> {
  const { steps, condition } = definition;
  const event = eventShape(definition.eventType);
  const problems: DefinitionProblem[] = [];
  if (!steps.some(({ mode }) => mode !== "off")) {
    problems.push({ path: ["steps"], message: say("publish_no_steps"), weight: "unfinished" });
  }
  if (condition !== null) {
    problems.push(...placed(checkCondition(condition, { event, results: {} }), ["condition"]));
  }
  const lookUpAction = await findActions(tx, merchantId, steps.flatMap(listActionReferences));
  const results: Record<string, Shape> = {};
  for (const [index, step] of steps.entries()) {
    const laterSteps = steps.slice(index).map(({ key }) => key);
    const sources = { event, results: { ...results }, laterSteps };
    if (step.condition) {
      problems.push(...placed(checkCondition(step.condition, sources), ["steps", index, "condition"]));
    }
    const found = lookUpAction(step);
    problems.push(...problemsOfAction(step, found, sources, ["steps", index]));
    problems.push(...problemsOfMoney(step, found.action, definition.eventType, ["steps", index]));
    const second = step.mustReach?.otherwise ?? null;
    if (second !== null) {
      const path = ["steps", index, "mustReach", "otherwise"];
      const foundSecond = lookUpAction(second);
      problems.push(...problemsOfAction(second, foundSecond, sources, path));
      // It is done at once, and asks nobody.
      if (foundSecond.action?.movesMoney)
        problems.push(refused([...path, "action"], say("publish_money_second")));
    }
    results[step.key] = found.action === null ? shapeOfType("any") : toOutputShape(found.action);
  }
  problems.push(...(await guardWarnings(tx, merchantId, definition, lookUpAction)));
  return problems;
}

/** What a definition's event looks like; one of a type that there is none of is anything. */
export function eventShape(type: string): Shape {
  const definition = findEventType(type);
  return definition ? toEventShape(definition) : shapeOfType("any");
}

/** The actions that a step names: its own, and the second way to who it has to reach. */
export function listActionReferences({ integrationId, action, mustReach }: Step): ActionReference[] {
  const second = mustReach?.otherwise ?? null;
  return [{ integrationId, action }, ...(second === null ? [] : [second])];
}

function problemsOfAction(
  { mapping, ...reference }: ActionReference & { mapping: Mapping },
  found: FoundAction,
  sources: SourceShapes,
  path: Path,
): DefinitionProblem[] {
  // Of an action that is not chosen yet nothing is known but where its values come from.
  const input = found.action === null ? shapeOfType("any") : toInputShape(found.action);
  return [
    ...problemsOfChoice(reference, found).map(({ field, ...problem }) => ({
      ...problem,
      path: [...path, field],
    })),
    ...placed(checkMapping(mapping, { ...sources, input }), [...path, "mapping"]),
  ];
}

type ProblemOfField = Omit<DefinitionProblem, "path"> & { field: "integrationId" | "action" };

function problemsOfChoice(
  { integrationId, action: name }: ActionReference,
  { connection, app, action }: FoundAction,
): ProblemOfField[] {
  if (integrationId === "") return [unfinished("integrationId", say("publish_not_chosen"))];
  if (connection === null || app === null) {
    return [{ field: "integrationId", message: say("publish_no_connection"), weight: "refused" }];
  }
  const problems: ProblemOfField[] = [];
  if (!connection.isConnected) {
    problems.push(unfinished("integrationId", say("publish_disconnected", { app: app.name })));
  }
  if (name === "") return [...problems, unfinished("action", say("publish_not_chosen"))];
  if (action === null) {
    return [
      ...problems,
      { field: "action", message: say("publish_no_action", { app: app.name }), weight: "refused" },
    ];
  }
  const missing = connection.isConnected
    ? action.scopes.filter((scope) => !connection.scopes.includes(scope))
    : [];
  if (missing.length > 0) {
    const permissions = listParam(missing.map((scope) => scopeParam(app.id, scope)));
    problems.push(unfinished("integrationId", say("publish_no_permission", { app: app.name, permissions })));
  }
  return problems;
}

/**
 * What moves money is not begun by money that has come in, which might go round in a circle, and is live only up to a
 * limit.
 */
function problemsOfMoney(
  { mode, limit }: Step,
  action: FoundAction["action"],
  eventType: string,
  path: Path,
): DefinitionProblem[] {
  if (action === null) return [];
  if (!action.movesMoney) {
    return limit === null ? [] : [refused([...path, "limit"], say("publish_limit_without_money"))];
  }
  const problems =
    eventType === "order.paid" ? [refused([...path, "action"], say("publish_money_of_paid"))] : [];
  if (mode !== "live" || limit !== null) return problems;
  return [
    ...problems,
    { path: [...path, "limit"], message: say("publish_money_no_limit"), weight: "unfinished" },
  ];
}

function refused(path: Path, message: Message): DefinitionProblem {
  return { path, message, weight: "refused" };
}

function unfinished(field: ProblemOfField["field"], message: Message): ProblemOfField {
  return { field, message, weight: "unfinished" };
}

function placed(problems: readonly CheckProblem[], prefix: Path): DefinitionProblem[] {
  return problems.map((problem) => ({
    path: [...prefix, ...problem.path],
    message: { code: problem.code, params: problem.params },
    weight: getWeight(problem),
  }));
}

function getWeight({ code, params, isWarning }: CheckProblem): Weight {
  if (isWarning) return "warning";
  if (code === "mapping_input_missing") return "unfinished";
  const isTooFew = code === "mapping_items" && Number(params.count) < Number(params.min);
  return isTooFew ? "unfinished" : "refused";
}
