import { maskedValue } from "#lib/crypto/mask.ts";
import {
  headerNameProblem,
  headerSetTwice,
  headerValueProblem,
  maxCustomHeaders,
  setTwiceMessage,
} from "#lib/webhooks/headers.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { isMoved, type WebhookFormValues } from "./form-values.ts";

/** What is wrong with the rows of headers, by field: `headers[0].name`, `headers[0].value`, `headers`. */
export function headerProblems(
  values: WebhookFormValues,
  known: WebhookDto | undefined,
): Record<string, string> {
  const rows = values.headers;
  const isElsewhere = isMoved(values, known);
  const stored = new Set(Object.keys(known?.headers ?? {}).map((name) => name.toLowerCase()));
  const setTwice = headerSetTwice(
    rows.map((row) => row.name.trim()),
    values.auth,
  );
  const problems: Record<string, string> = {};
  const seen = new Set<string>();
  rows.forEach((row, index) => {
    const name = row.name.trim();
    if (name === "" && row.value === "") return;
    const lower = name.toLowerCase();
    const nameProblem = seen.has(lower)
      ? "Another header has this name."
      : name === setTwice
        ? `${name} ${setTwiceMessage}.`
        : describeName(name);
    if (nameProblem !== null) problems[`headers[${index}].name`] = nameProblem;
    const valueProblem = describeValue(row.value, stored.has(lower), isElsewhere);
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

function describeValue(value: string, isStored: boolean, isElsewhere: boolean): string | null {
  if (value === maskedValue) {
    if (isElsewhere) return "Type the value again: the new address is on another server.";
    return isStored ? null : "Type the value again: it is stored under the former name only.";
  }
  const problem = headerValueProblem(value);
  return problem === null ? null : `The value ${problem}.`;
}
