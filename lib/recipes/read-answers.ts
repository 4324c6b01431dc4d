import { z } from "zod";
import { type FieldFault, invalidInput } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { parseInput } from "#lib/parse.ts";
import { trimmedText, urlText } from "#lib/text-schema.ts";
import type { Answer } from "./fill-recipe.ts";
import type { Question, Recipe } from "./recipe.ts";
import { moneyAnswer } from "./schema.ts";

/**
 * The answers to a recipe's questions, each with its default where none was given. Money is never taken at once unless
 * the merchant says so.
 * @throws {AppError} 422 with the path of each answer that is missing or of another form
 */
export function readAnswers(
  { questions = {} }: Recipe,
  answers: Readonly<Record<string, unknown>>,
): Record<string, Answer> {
  const faults = Object.entries(questions).flatMap(([name, question]): FieldFault[] => {
    const isNeeded = question.kind !== "money" && question.default === null;
    if (!isNeeded || lookUp(answers, name) !== undefined) return [];
    return [{ path: `answers.${name}`, message: say("recipe_answer_needed") }];
  });
  if (faults.length > 0) throw invalidInput(faults);
  const schemas = Object.entries(questions).map(([name, question]) => [name, toSchema(question)] as const);
  const schema = z.strictObject({ answers: z.strictObject(Object.fromEntries(schemas)) });
  return parseInput(schema, { answers: answers }).answers;
}

function toSchema(question: Question): z.ZodType<Answer> {
  switch (question.kind) {
    case "text": {
      const text = trimmedText(question.maxLength).min(1, saidParam(say("field_needed")));
      return question.default === null ? text : text.default(question.default);
    }
    case "url":
      return urlText(saidParam(say("field_https_address")), /^https$/);
    case "amount":
      return z.int().min(0).max(99_999_999_999).default(question.default);
    case "money":
      return moneyAnswer
        .default({ mode: "review" })
        .transform((answer) => (answer.mode === "live" ? answer : { ...answer, limit: null }));
  }
}
