import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { checkCondition } from "#lib/automations/conditions/check-condition.ts";
import { evaluateCondition } from "#lib/automations/conditions/evaluate-condition.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import { checkMapping } from "#lib/automations/mapping/check-mapping.ts";
import { evaluateMapping } from "#lib/automations/mapping/evaluate-mapping.ts";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { toEventShape, toInputShape, toOutputShape } from "#lib/automations/shapes/schema-shapes.ts";
import type { Shape } from "#lib/automations/shapes/shape.ts";
import { toArbitrary } from "#lib/automations/testing/arbitrary-data.ts";
import { findEventType } from "#lib/events/catalogue/catalogue.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Action } from "#lib/providers/contract/action.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { fillRecipe } from "./fill-recipe.ts";
import { readAnswers } from "./read-answers.ts";
import type { Question, Recipe } from "./recipe.ts";
import { listAllRecipes } from "./registry.ts";
import { rolesIn } from "./roles-in.ts";
import { withoutRecipe } from "./without-recipe.ts";

const providers = await loadProviders();
const findProvider = (id: string) => providers.find((provider) => provider.id === id);

/** Actions that put a person on a list to be written to. */
const listActions = ["mailchimp.add-or-update-member", "mailchimp.tag-member"];

const recipes = listAllRecipes();
const named = recipes.map((recipe) => [recipe.id, recipe] as const);

function requireAction(recipe: Recipe, role: string, id: string): Action {
  const provider = findProvider(lookUp(recipe.roles, role)?.provider ?? "");
  const action = provider && lookUp(provider.actions, id);
  if (!action) throw new Error(`${recipe.id}: there is no ${id} for the role ${role}.`);
  return action;
}

/** The recipe with a choice for each role, in the form that the action's example has. */
function filled(recipe: Recipe): Definition {
  const answers = Object.entries(recipe.questions ?? {}).flatMap(([name, question]) =>
    question.kind === "money" ? [] : [[name, answerTo(question)] as const],
  );
  const roles = Object.fromEntries(
    Object.entries(recipe.roles).map(([name, { resource }]) => [
      name,
      { integrationId: `int_${name}`, resource: resource === undefined ? null : findExample(recipe, name) },
    ]),
  );
  return fillRecipe(recipe, { roles, answers: readAnswers(recipe, Object.fromEntries(answers)) });
}

function answerTo(question: Exclude<Question, { kind: "money" }>) {
  return question.kind === "url" ? "https://shop.example/thanks" : (question.default ?? "An answer");
}

function findExample(recipe: Recipe, role: string): string {
  for (const step of recipe.steps) {
    for (const [name, value] of Object.entries(step.mapping)) {
      if (value.kind !== "role" || value.role !== role) continue;
      const { example } = requireAction(recipe, step.role, step.action);
      return z.string().catch("orders@example.com").parse(example[name]);
    }
  }
  throw new Error(`${recipe.id}: the choice for ${role} is used nowhere.`);
}

/** An output as the action's schema has it, for the steps behind it. */
function sampleOutput(action: Action): unknown {
  const data = toArbitrary(z.toJSONSchema(action.output, { unrepresentable: "any" }));
  return fc.sample(data, { numRuns: 1, seed: 7 })[0];
}

function knownFields(type: string): string[] {
  const eventType = findEventType(type);
  return eventType ? Object.keys(toEventShape(eventType).fields.data?.shape.fields ?? {}) : [];
}

/** Whatever the catalogue's example can lack, hold too much of, or say in another currency. */
function oddEvents(type: string): Record<string, unknown>[] {
  const example = findEventType(type)?.example ?? {};
  const lines = z.array(z.record(z.string(), z.unknown())).catch([]).parse(example.lines);
  const odd = (change: Record<string, unknown>) => {
    const event = { ...example, ...change };
    return Object.fromEntries(Object.entries(event).filter(([, value]) => value !== undefined));
  };
  const changes: Record<string, unknown>[] = [
    {},
    { customer: undefined },
    { customer: {} },
    { customer: { name: "Cher", hasMarketingConsent: true } },
    { customer: { name: " ", email: "not an address", hasMarketingConsent: true } },
    { customer: { name: "Ana María de la Cruz", email: "ana@example.com" } },
    { customer: { email: "mara@example.com", hasMarketingConsent: true, name: "x".repeat(500), phone: " " } },
    { totalAmount: 0, refundedAmount: 0 },
    { currency: "JPY", totalAmount: 3_450, refundedAmount: 950 },
    { currency: "KWD" },
    { note: "x".repeat(10_000), reason: "x".repeat(2_000), number: "9".repeat(200) },
    { tableNumber: undefined, note: undefined, reason: undefined, winner: null },
    { lines: [{ name: "", quantity: 1, unitAmount: 0, totalAmount: 0 }] },
    { lines: Array.from({ length: 500 }, () => ({ ...lines[0], name: "Pizza ".repeat(50) })) },
  ];
  const known = knownFields(type);
  return changes
    .filter(
      (change) => Object.keys(change).every((name) => known.includes(name)) || Object.keys(change).length > 1,
    )
    .map((change) => odd(Object.fromEntries(Object.entries(change).filter(([name]) => known.includes(name)))))
    .filter((data) => findEventType(type)?.schema.safeParse(data).success);
}

/** Runs a recipe's steps over an event as the engine does, with made-up answers of the apps. */
function runOver(recipe: Recipe, data: Record<string, unknown>) {
  const definition = filled(recipe);
  const results: Record<string, unknown> = {};
  const scope: Scope = {
    event: { id: "evt_1", type: recipe.eventType, occurredAt: "2026-10-25T00:30:00.000Z", data },
    results,
    merchant: { timeZone: "Europe/Berlin", locale: "en" },
  };
  if (definition.condition && !evaluateCondition(definition.condition, scope).isMet) return [];
  return recipe.steps.flatMap(({ role, action: id, key }, index) => {
    const step = definition.steps[index];
    if (!step || (step.condition && !evaluateCondition(step.condition, scope).isMet)) return [];
    const action = requireAction(recipe, role, id);
    results[key] = sampleOutput(action);
    return [{ key, action, outcome: evaluateMapping(step.mapping, scope) }];
  });
}

function nulls(value: Json, path = ""): string[] {
  if (value === null) return [path];
  if (typeof value !== "object") return [];
  return Object.entries(value).flatMap(([name, inner]) => nulls(inner, `${path}.${name}`));
}

test("there are recipes for each trade, each with an id of its own", () => {
  expect(new Set(recipes.map(({ id }) => id)).size).toBe(recipes.length);
  expect(recipes.length).toBeGreaterThanOrEqual(15);
  for (const trade of ["restaurant", "cafe", "shop", "salon", "hotel", "any"] as const) {
    expect(recipes.some(({ trades }) => trades.includes(trade))).toBe(true);
  }
});

describe.each(named)("%s", (_, recipe) => {
  test("names roles, lists, actions and questions that are there, and uses each", () => {
    for (const { provider, resource, make } of Object.values(recipe.roles)) {
      const app = findProvider(provider);
      expect(app).toBeDefined();
      if (resource !== undefined) expect(Object.keys(app?.resources ?? {})).toContain(resource);
      if (!make) continue;
      const action = app && lookUp(app.actions, make.action);
      expect(action?.input.safeParse(make.input).success).toBe(true);
      expect(Object.keys(action?.output.shape ?? {})).toContain(make.idField);
    }
    const used = recipe.steps.flatMap(({ role, mapping }) => [role, ...rolesIn(mapping)]);
    expect(new Set(used)).toEqual(new Set(Object.keys(recipe.roles)));
    for (const { role, mapping } of recipe.steps) {
      const app = lookUp(recipe.roles, role)?.provider;
      for (const other of rolesIn(mapping)) expect(lookUp(recipe.roles, other)?.provider).toBe(app);
    }
    const text = JSON.stringify([recipe.condition, recipe.steps]);
    for (const [name, question] of Object.entries(recipe.questions ?? {})) {
      if (question.kind === "money") expect(recipe.steps.map(({ key }) => key)).toContain(question.step);
      else expect(text).toContain(`"question":"${name}"`);
    }
    expect(recipe.benefit).toMatch(/\.$/);
    expect(recipe.title).not.toMatch(/\.$/);
  });

  test("passes the check of its mappings and conditions", () => {
    const eventType = findEventType(recipe.eventType);
    if (!eventType) throw new Error(`There is no ${recipe.eventType}.`);
    const event = toEventShape(eventType);
    const definition = filled(recipe);
    const problems = definition.condition ? checkCondition(definition.condition, { event, results: {} }) : [];
    const results: Record<string, Shape> = {};
    for (const [index, step] of definition.steps.entries()) {
      const action = requireAction(recipe, recipe.steps[index]?.role ?? "", step.action);
      if (step.condition) problems.push(...checkCondition(step.condition, { event, results }));
      problems.push(...checkMapping(step.mapping, { event, results, input: toInputShape(action) }));
      results[step.key] = toOutputShape(action);
    }
    expect(problems.filter(({ isWarning }) => !isWarning)).toEqual([]);
  });

  test("makes of its event's example an input that each of its actions takes", () => {
    const example = findEventType(recipe.eventType)?.example ?? {};
    for (const { key, action, outcome } of runOver(recipe, { ...example })) {
      if (!outcome.isReady) expect([key, outcome.problems]).toEqual([key, []]);
      else expect([key, action.input.safeParse(outcome.input).error?.issues]).toEqual([key, undefined]);
    }
  });

  test("never gives an app a null, and names the field where an event lacks what is needed", () => {
    for (const data of oddEvents(recipe.eventType)) {
      for (const { action, outcome } of runOver(recipe, data)) {
        if (!outcome.isReady) {
          expect(outcome.problems.every(({ path }) => path.length > 0)).toBe(true);
          continue;
        }
        expect(nulls(outcome.input)).toEqual([]);
        const refused = action.input.safeParse(outcome.input).error?.issues ?? [];
        expect(refused.every(({ path, code }) => path.length > 0 && code !== "invalid_type")).toBe(true);
      }
    }
  });

  test("does what it can of odd events: only an order of more lines than the app takes is refused", () => {
    const refused = oddEvents(recipe.eventType).flatMap((data) =>
      runOver(recipe, data).flatMap(({ action, outcome }): string[] => {
        if (!outcome.isReady) return outcome.problems.map(({ path, code }) => `${String(path[0])} ${code}`);
        const issues = action.input.safeParse(outcome.input).error?.issues ?? [];
        return issues.map(({ path, code }) => `${String(path[0])} ${code}`);
      }),
    );
    const isTooLong = (one: string) => one === "lines too_big" || one === "lineItems too_big";
    expect(refused.filter((one) => !isTooLong(one))).toEqual([]);
  });
});

test("who adds people to a list asks whether they agreed, at the automation or at the step", () => {
  const consent = '"path":["data","customer","hasMarketingConsent"]';
  let adding = 0;
  for (const recipe of recipes) {
    for (const { role, action, condition } of recipe.steps) {
      if (!listActions.includes(`${lookUp(recipe.roles, role)?.provider}.${action}`)) continue;
      adding += 1;
      const conditions = [recipe.condition, condition].map((one) => JSON.stringify(one ?? null));
      const asks = conditions.some(
        (one) => one.includes(consent) && one.includes('"is_true"') && !one.includes('"any"'),
      );
      expect([recipe.id, asks]).toEqual([recipe.id, true]);
    }
  }
  expect(adding).toBeGreaterThanOrEqual(3);
});

test.each(named)("%s adds nobody to a list who did not say yes", (_, recipe) => {
  const example = findEventType(recipe.eventType)?.example ?? {};
  for (const hasMarketingConsent of [undefined, false]) {
    const customer = { name: "Mara Klein", email: "mara@example.com", hasMarketingConsent };
    const done = runOver(recipe, { ...example, customer }).map(({ key }) => {
      const step = recipe.steps.find((one) => one.key === key);
      return `${lookUp(recipe.roles, step?.role ?? "")?.provider}.${step?.action}`;
    });
    expect(done.filter((action) => listActions.includes(action))).toEqual([]);
  }
});

test("each write action of each app is in a recipe, or it is told why not", () => {
  const used = recipes.flatMap(({ steps, roles }) => [
    ...steps.map(({ role, action }) => `${lookUp(roles, role)?.provider}.${action}`),
    ...Object.values(roles).flatMap(({ provider, make }) => (make ? [`${provider}.${make.action}`] : [])),
  ]);
  const writes = providers.flatMap(({ id, actions }) =>
    Object.entries(actions).flatMap(([action, { effect }]) =>
      effect === "write" ? [`${id}.${action}`] : [],
    ),
  );
  const unused = writes.filter((action) => !used.includes(action) && !(action in withoutRecipe));
  expect(
    unused,
    "Put it into a recipe of lib/recipes/catalogue, or say in without-recipe.ts why not",
  ).toEqual([]);
  expect(
    Object.keys(withoutRecipe).filter((action) => !writes.includes(action) || used.includes(action)),
  ).toEqual([]);
});

test("money is moved by no recipe without a question, nor on order.paid", () => {
  for (const recipe of recipes) {
    for (const { role, action, key } of recipe.steps) {
      if (!requireAction(recipe, role, action).movesMoney) continue;
      const asked = Object.values(recipe.questions ?? {}).filter((question) => question.kind === "money");
      expect(asked.map(({ step }) => step)).toContain(key);
      expect(recipe.eventType).not.toBe("order.paid");
    }
  }
});
