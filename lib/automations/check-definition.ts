import { and, eq, inArray } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { integrations } from "#db/schema/integrations.ts";
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { say } from "#lib/failures/say.ts";
import { providerOf } from "#lib/integrations/integration-row.ts";
import { lookUp } from "#lib/look-up.ts";
import { formatPath } from "#lib/parse.ts";
import type { Action } from "#lib/providers/action.ts";
import { checkCondition } from "./conditions/check-condition.ts";
import type { Definition, Step } from "./definition-schema.ts";
import { checkMapping } from "./mapping/check-mapping.ts";
import type { CheckProblem } from "./mapping/scope.ts";
import { eventShapeOf, inputShapeOf, outputShapeOf } from "./shapes/schema-shapes.ts";
import { type Shape, shapeOfType } from "./shapes/shape.ts";

/**
 * Refuses what could not be run: a step without a connection of the merchant's or an action of it, and a mapping or
 * condition that does not fit the event and the actions. Warnings pass.
 * @throws {AppError} 422 with the path of each problem
 */
export async function requireRunnable(tx: Tx, merchantId: string, definition: Definition): Promise<void> {
  const { steps, condition } = definition;
  const eventType = findEventType(definition.eventType);
  const event = eventType ? eventShapeOf(eventType) : shapeOfType("any");
  const faults: FieldFault[] = [];
  if (!steps.some(({ mode }) => mode === "live")) {
    faults.push({ path: "steps", message: say("publish_no_steps") });
  }
  if (condition !== null) {
    faults.push(...faultsOf(checkCondition(condition, { event, results: {} }), ["condition"]));
  }
  const actions = await findActions(tx, merchantId, steps);
  const results: Record<string, Shape> = {};
  for (const [index, step] of steps.entries()) {
    if (step.condition) {
      const known = { event, results: { ...results }, laterSteps: steps.slice(index).map(({ key }) => key) };
      faults.push(...faultsOf(checkCondition(step.condition, known), ["steps", index, "condition"]));
    }
    const found = actions.get(step);
    if (found === undefined || "faults" in found) {
      for (const { path, message } of found?.faults ?? []) {
        faults.push({ path: formatPath(["steps", index, path]), message });
      }
      results[step.key] = shapeOfType("any");
      continue;
    }
    const laterSteps = steps.slice(index).map(({ key }) => key);
    const shapes = { event, input: inputShapeOf(found.action), results: { ...results }, laterSteps };
    faults.push(...faultsOf(checkMapping(step.mapping, shapes), ["steps", index, "mapping"]));
    results[step.key] = outputShapeOf(found.action);
  }
  if (faults.length > 0) throw invalidInput(faults.slice(0, maxFaults));
}

const maxFaults = 50;

type Found = { action: Action } | { faults: FieldFault[] };

async function findActions(tx: Tx, merchantId: string, steps: readonly Step[]): Promise<Map<Step, Found>> {
  const ids = [...new Set(steps.map(({ integrationId }) => integrationId))];
  const rows =
    ids.length === 0
      ? []
      : await tx
          .select()
          .from(integrations)
          .where(and(eq(integrations.merchantId, merchantId), inArray(integrations.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return new Map(
    steps.map((step): [Step, Found] => {
      const integration = byId.get(step.integrationId);
      if (!integration) return [step, refusal("integrationId", say("publish_no_connection"))];
      const { name: app, actions } = providerOf(integration);
      if (integration.status === "disconnected") {
        return [step, refusal("integrationId", say("publish_disconnected", { app }))];
      }
      const action = lookUp(actions, step.action);
      if (!action) return [step, refusal("action", say("publish_no_action", { app }))];
      // A person is to say yes to each: until that can be asked, it is not done at all.
      if (action.movesMoney) return [step, refusal("action", say("publish_moves_money"))];
      return [step, { action }];
    }),
  );
}

function refusal(path: string, message: Exclude<FieldFault["message"], string>): Found {
  return { faults: [{ path, message }] };
}

function faultsOf(problems: readonly CheckProblem[], prefix: readonly (string | number)[]): FieldFault[] {
  return problems
    .filter(({ isWarning }) => !isWarning)
    .map(({ path, code, params }) => ({ path: formatPath([...prefix, ...path]), message: { code, params } }));
}
