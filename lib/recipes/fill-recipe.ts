import { type Definition, definitionSchema } from "#lib/automations/definition-schema.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Recipe, RecipeCondition, RecipeMapping, RecipeStep, RecipeValue } from "./recipe.ts";

/** How a step that moves money is to be run: at once up to an amount, or each on a person's yes. */
type MoneyAnswer =
  | { mode: "live"; limit: { amount: number; currency: string } }
  | { mode: "review"; limit: null };
export type Answer = string | number | MoneyAnswer;

/** What a merchant put in the place of a role. @param resource the id of what was chosen; null = none is needed */
export type FilledRole = { integrationId: string; resource: string | null };

export type Choices = {
  roles: Readonly<Record<string, FilledRole>>;
  answers: Readonly<Record<string, Answer>>;
};

/**
 * The definition that a recipe is with a merchant's choices.
 * @throws where a role or an answer is missing: whoever calls has seen to it
 */
export function fillRecipe(recipe: Recipe, choices: Choices): Definition {
  return definitionSchema.parse({
    eventType: recipe.eventType,
    condition: recipe.condition ? fillCondition(recipe.condition, choices) : null,
    steps: recipe.steps.map((step) => fillStep(step, recipe, choices)),
  });
}

function fillStep({ key, mustReach, ...step }: RecipeStep, { questions = {} }: Recipe, choices: Choices) {
  const asked = Object.entries(questions).find(([, one]) => one.kind === "money" && one.step === key);
  const money = asked ? requireAnswer(asked[0], choices) : null;
  return {
    key,
    ...fillDeed(step, choices),
    condition: step.condition ? fillCondition(step.condition, choices) : null,
    ...(typeof money === "object" && money !== null ? money : { mode: step.mode ?? "live", limit: null }),
    freshForSeconds: step.freshForSeconds ?? null,
    mustReach: mustReach && {
      withinSeconds: mustReach.withinSeconds,
      otherwise: mustReach.otherwise && fillDeed(mustReach.otherwise, choices),
    },
  };
}

function fillDeed(
  { role, action, mapping }: Pick<RecipeStep, "role" | "action" | "mapping">,
  choices: Choices,
) {
  const { integrationId } = requireRole(role, choices);
  return { integrationId, action, mapping: fillFields(mapping, choices) };
}

function fillFields(fields: RecipeMapping, choices: Choices): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, fillValue(value, choices)]));
}

function fillValue(value: RecipeValue, choices: Choices): unknown {
  switch (value.kind) {
    case "role":
      return { kind: "fixed", value: requireRole(value.role, choices).resource };
    case "answer":
      return { kind: "fixed", value: requireAnswer(value.question, choices) };
    case "text":
      return {
        ...value,
        parts: value.parts.map((part) =>
          typeof part === "object" && part.kind === "answer"
            ? String(requireAnswer(part.question, choices))
            : part,
        ),
      };
    case "object":
      return { ...value, fields: fillFields(value.fields, choices) };
    case "list":
      return { ...value, items: value.items.map((item) => fillValue(item, choices)) };
    case "each_line":
      return { ...value, item: fillValue(value.item, choices) };
    default:
      return value;
  }
}

function fillCondition(condition: RecipeCondition, choices: Choices): unknown {
  if (condition.kind !== "compare") {
    return { ...condition, of: condition.of.map((part) => fillCondition(part, choices)) };
  }
  if (!("value" in condition) || typeof condition.value !== "object" || !("question" in condition.value)) {
    return condition;
  }
  return { ...condition, value: requireAnswer(condition.value.question, choices) };
}

function requireRole(role: string, { roles }: Choices): FilledRole {
  const filled = lookUp(roles, role);
  if (!filled) throw new Error(`The role ${role} is not filled.`);
  return filled;
}

function requireAnswer(question: string, { answers }: Choices): Answer {
  const answer = lookUp(answers, question);
  if (answer === undefined) throw new Error(`The question ${question} has no answer.`);
  return answer;
}
