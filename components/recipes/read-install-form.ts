import { minorDigits } from "#lib/money/minor-digits.ts";
import type { RecipeDto } from "#lib/recipes/schema.ts";
import { installNames, newEntry } from "./install-names.ts";

type Choices = Pick<RecipeDto, "roles" | "questions">;
type Answer =
  | string
  | number
  | { mode: "review" }
  | { mode: "live"; limit: { amount: number; currency: string } };

/** What a recipe's form says, as the installation takes it. What was not chosen is left out, so that it is asked for. */
export function readInstallForm({ roles, questions }: Choices, form: FormData) {
  return {
    roles: Object.fromEntries(
      roles.flatMap(({ name }) => {
        const role = readRole(readText(form, installNames.role(name)));
        return role === null ? [] : [[name, role]];
      }),
    ),
    answers: Object.fromEntries(
      questions.flatMap((question) => {
        const answer = readAnswer(question, form);
        return answer === null ? [] : [[question.name, answer]];
      }),
    ),
  };
}

function readRole(choice: string): { integrationId: string; resource?: string; make?: boolean } | null {
  if (choice === "") return null;
  const [integrationId = "", ...rest] = choice.split(" ");
  const resource = rest.join(" ");
  if (resource === "") return { integrationId };
  return resource === newEntry ? { integrationId, make: true } : { integrationId, resource };
}

function readAnswer({ name, kind }: RecipeDto["questions"][number], form: FormData): Answer | null {
  const typed = readText(form, installNames.answer(name));
  switch (kind) {
    case "text":
    case "url":
      return typed === "" ? null : typed;
    case "amount":
      return typed === "" ? null : parseMinor(typed, 2);
    case "money": {
      if (typed !== "live") return { mode: "review" };
      const currency = readText(form, installNames.currency(name)).toUpperCase();
      const limit = readText(form, installNames.limit(name));
      return { mode: "live", limit: { amount: parseMinor(limit, minorDigits(currency)), currency } };
    }
  }
}

/** "50", "50.00" or "50,00" in minor units; what is no amount is none of the numbers that the installation takes. */
export function parseMinor(typed: string, digits: number): number {
  const match = /^(\d{1,11})(?:[.,](\d{1,4}))?$/.exec(typed.replaceAll(/[\s’']/g, ""));
  if (!match) return -1;
  const [, whole = "", part = ""] = match;
  if (part.length > digits && /[^0]/.test(part.slice(digits))) return -1;
  return Number(`${whole}${part.slice(0, digits).padEnd(digits, "0")}`);
}

function readText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
