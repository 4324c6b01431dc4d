import fc from "fast-check";
import { expect, test } from "vitest";
import { z } from "zod";
import { evaluateMapping } from "#lib/automations/mapping/evaluate-mapping.ts";
import type { Mapping } from "#lib/automations/mapping/mapping-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { prepareStep } from "#lib/automations/sending/prepare-step.ts";
import { toArbitrary } from "#lib/automations/testing/arbitrary-data.ts";
import { anyMapping, anyScope } from "#lib/automations/testing/arbitrary-mappings.ts";
import { requireAction, right } from "#lib/automations/testing/right-mappings.ts";
import { orderPaid } from "#lib/events/catalogue/orders.ts";
import { formatPath } from "#lib/parse.ts";
import { makeInput } from "./make-input.ts";
import { tryDefinition } from "./try-definition.ts";

const rightOnes = Object.entries(right).map(([name, mapping]: [string, Mapping]) => {
  const [app = "", id = ""] = name.split(".");
  return { action: requireAction(app, id), mapping };
});
const anyRight = fc.constantFrom(...rightOnes);
const orders = toArbitrary(z.toJSONSchema(orderPaid.schema));

/** An order and a mapping that fit, or anything at all. */
const anyCase = fc.oneof(
  fc.record({ chosen: anyRight, data: orders }).map(({ chosen, data }) => ({
    ...chosen,
    scope: {
      event: { id: "evt_1", type: "order.paid", occurredAt: "2026-10-25T00:30:00.000Z", data },
      results: {},
      merchant: { timeZone: "Europe/Berlin", locale: "de" },
    } satisfies Scope,
  })),
  fc.record({ chosen: anyRight, mapping: anyMapping, scope: anyScope }).map(({ chosen, mapping, scope }) => ({
    action: chosen.action,
    mapping: { ...chosen.mapping, ...mapping },
    scope,
  })),
);

test("preview, dry run and engine make the same input of any event, and fail for the same reason", () => {
  let made = 0;
  fc.assert(
    fc.property(anyCase, ({ action, mapping, scope }) => {
      const ofEngine = prepareStep({ mapping }, action, scope);
      const { input, problems } = makeInput({ mapping }, action, scope);
      expect(input).toEqual(ofEngine.input);
      const [first] = problems;
      const problem = first ? { field: formatPath(first.path), said: first.message } : null;
      const { code, params } = ofEngine.problem?.said ?? {};
      expect(problem).toEqual(ofEngine.problem && { field: ofEngine.problem.field, said: { code, params } });
      const outcome = evaluateMapping(mapping, scope);
      if (outcome.isReady) expect(input).toEqual(outcome.input);
      if (problem === null) made += 1;

      const step = {
        key: "step",
        integrationId: "int_1",
        action: "act",
        mapping,
        mode: "live",
        limit: null,
        mustReach: null,
        condition: null,
        freshForSeconds: null,
      } as const;
      const found = {
        connection: { id: "int_1", label: "Shop", isConnected: true, scopes: [] },
        app: null,
        action,
      };
      const { event, merchant } = scope;
      const tried = tryDefinition(
        { condition: null, steps: [step] },
        { event, merchant },
        () => found,
        () => null,
      );
      const without = prepareStep({ mapping }, action, { event, merchant, results: {} });
      expect(tried.steps[0]?.input).toEqual(without.input);
      expect(tried.steps[0]?.outcome).toBe(without.problem === null ? "sent" : "fails");
    }),
    { numRuns: 1_500 },
  );
  expect(made).toBeGreaterThan(100);
});
