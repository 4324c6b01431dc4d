import { fullAllowance } from "#lib/automations/mapping/keepable.ts";
import type { Json } from "#lib/automations/mapping/mapping-schema.ts";
import { readSource } from "#lib/automations/mapping/read-source.ts";
import type { Scope } from "#lib/automations/mapping/scope.ts";
import { isMetBy } from "./compare.ts";
import type { ConditionOutcome } from "./condition-outcome.ts";
import type { Comparison, Condition } from "./condition-schema.ts";

/**
 * Whether a condition is met, and if not, the first comparison that was not and the value that it met. Never throws. What
 * cannot be worked out of the event counts as missing, so no comparison but `is_missing` and `not_equals` is met by it.
 */
export function evaluateCondition(condition: Condition, scope: Scope): ConditionOutcome {
  if (condition.kind === "compare") return evaluateComparison(condition, scope);
  const outcomes: ConditionOutcome[] = [];
  for (const part of condition.of) {
    const outcome = evaluateCondition(part, scope);
    if (outcome.isMet === (condition.kind === "any")) return outcome;
    outcomes.push(outcome);
  }
  return outcomes[0] ?? { isMet: true };
}

function evaluateComparison(compared: Comparison, scope: Scope): ConditionOutcome {
  const { source, comparison } = compared;
  const read = readSource(source, scope, null, fullAllowance());
  const actual = read.kind === "value" ? read.value : null;
  if (isMetBy(compared, actual, scope.merchant.timeZone)) return { isMet: true };
  const expected = "value" in compared ? compared.value : null;
  return { isMet: false, failed: { source, comparison, expected, actual: shown(actual) } };
}

/** The history keeps what tells why, not the whole order. */
const mostShown = { characters: 500, items: 20 };

function shown(actual: Json): Json {
  if (typeof actual === "string" && actual.length > mostShown.characters) {
    return `${actual.slice(0, mostShown.characters).toWellFormed()}…`;
  }
  if (Array.isArray(actual)) {
    return actual.slice(0, mostShown.items).map((item: Json) => (isPlain(item) ? shown(item) : {}));
  }
  return isPlain(actual) ? actual : {};
}

function isPlain(value: Json): boolean {
  return typeof value !== "object" || value === null;
}
