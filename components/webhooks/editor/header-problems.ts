import { maskedValue } from "#lib/crypto/mask.ts";
import {
  headerNameProblem,
  headerSetTwice,
  headerValueProblem,
  maxCustomHeaders,
  setTwiceMessage,
} from "#lib/webhooks/headers.ts";
import type { WebhookDto } from "#lib/webhooks/schema.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
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
      ? t("header_problems_another_header_has_this")
      : name === setTwice
        ? `${name} ${setTwiceMessage}.`
        : describeName(name);
    if (nameProblem !== null) problems[`headers[${index}].name`] = nameProblem;
    const valueProblem = describeValue(row.value, stored.has(lower), isElsewhere);
    if (valueProblem !== null) problems[`headers[${index}].value`] = valueProblem;
    seen.add(lower);
  });
  if (seen.size > maxCustomHeaders)
    problems.headers = t("header_problems_most_maxcustomheaders_headers", { maxCustomHeaders });
  return problems;
}

function describeName(name: string): string | null {
  if (name === "") return t("describe_name_name_needed");
  const problem = headerNameProblem(name);
  if (problem === null) return null;
  return problem.startsWith("is ") ? t("describe_name_this_problem", { problem }) : `${problem}.`;
}

function describeValue(value: string, isStored: boolean, isElsewhere: boolean): string | null {
  if (value === maskedValue) {
    if (isElsewhere) return t("describe_value_type_value_again_new");
    return isStored ? null : t("describe_value_type_value_again_stored");
  }
  const problem = headerValueProblem(value);
  return problem === null ? null : t("describe_value_value_problem", { problem });
}
