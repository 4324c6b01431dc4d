import { headerNameProblem, headerValueProblem, maxCustomHeaders } from "#lib/webhooks/headers.ts";
import { maskedValue } from "#lib/webhooks/mask.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import type { HeaderRow } from "./form-values.ts";

/** What is wrong with the rows of headers, by field: `headers[0].name`, `headers[0].value`, `headers`. */
export function headerProblems(
  rows: readonly HeaderRow[],
  known: Pick<WebhookDto, "headers"> | undefined,
): Record<string, string> {
  const stored = new Set(Object.keys(known?.headers ?? {}).map((name) => name.toLowerCase()));
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const name = row.name.trim();
    if (name === "" && row.value === "") return;
    const lower = name.toLowerCase();
    const nameProblem = seen.has(lower) ? "Another header has this name." : describeName(name);
    if (nameProblem !== null) problems[`headers[${index}].name`] = nameProblem;
    const valueProblem = describeValue(row.value, stored.has(lower));
    if (valueProblem !== null) problems[`headers[${index}].value`] = valueProblem;
    seen.add(lower);
  });
  if (seen.size > maxCustomHeaders) problems.headers = `At most ${maxCustomHeaders} headers.`;
  return problems;
}

function describeName(name: string): string | null {
  if (name === "") return "The name is needed.";
  const problem = headerNameProblem(name);
  if (problem === null) return null;
  return problem.startsWith("is ") ? `This ${problem}.` : `${problem}.`;
}

function describeValue(value: string, isStored: boolean): string | null {
  if (value === maskedValue) {
    return isStored ? null : "Type the value again: it is stored under the former name only.";
  }
  const problem = headerValueProblem(value);
  return problem === null ? null : `The value ${problem}.`;
}
