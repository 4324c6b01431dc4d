import { toldProblem } from "#components/forms/told-problem.ts";
import { maskedValue } from "#lib/crypto/mask.ts";
import type { FieldError } from "#lib/errors.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { lookUp } from "#lib/look-up.ts";
import { toFieldErrors } from "#lib/parse.ts";
import {
  headerNameProblem,
  headerSetTwice,
  headerValueProblem,
  maxCustomHeaders,
} from "#lib/webhooks/headers.ts";
import { createWebhookInput, updateWebhookInput, type WebhookDto } from "#lib/webhooks/schema.ts";
import { webhooksEditor as t } from "#lib/words/en/screens/webhooks-editor.ts";
import { toCreateInput, toUpdateInput } from "./form-input.ts";
import { isMoved, type WebhookFormValues } from "./form-values.ts";

/** What is wrong, in a sentence, by the name of the form's field; `""` is the form as a whole. */
export type Problems = Readonly<Record<string, string>>;

/** What the schema and the header rules find wrong with what was typed. */
export function findProblems(values: WebhookFormValues, known: WebhookDto | undefined): Problems {
  const input = known ? toUpdateInput(values, known) : toCreateInput(values);
  const { headers: _checkedByRow, ...others } = input;
  const schema = known ? updateWebhookInput : createWebhookInput;
  const result = schema.safeParse(others);
  const found = result.success ? {} : placeErrors(toFieldErrors(result.error), values);
  return { ...found, ...headerProblems(values, known) };
}

/** What the server refused: beside the fields it is about, or else of the form as a whole. */
export function toProblems(
  message: string,
  fieldErrors: readonly FieldError[],
  values: WebhookFormValues,
): Problems {
  return fieldErrors.length > 0 ? placeErrors(fieldErrors, values) : { "": message };
}

/** Errors by path, as the schema or the server tells them, each put beside the field it is about. */
export function placeErrors(errors: readonly FieldError[], values: WebhookFormValues): Problems {
  const placed: Record<string, string> = {};
  for (const error of errors) {
    const name = fieldAt(error.path, values);
    placed[name] ??= asSentence(lookUp(labels(), name) ?? describeField(name), error.message);
  }
  return placed;
}

function fieldAt(path: string, values: WebhookFormValues): string {
  if (path.startsWith("headers.")) {
    const header = path.slice("headers.".length).toLowerCase();
    const index = values.headers.findIndex((row) => row.name.trim().toLowerCase() === header);
    return index === -1 ? "headers" : `headers[${index}].value`;
  }
  if (path.startsWith("eventTypes")) return "eventTypes";
  if (path === "auth") return "auth.type";
  if (path.startsWith("retrySchedule[")) return values.retry.choice === "custom" ? path : "retrySchedule";
  return path in labels() ? path : "";
}

const labels = (): Record<string, string> => ({
  url: t("labels_address"),
  description: t("labels_description"),
  eventTypes: t("labels_choice"),
  headers: t("labels_one_headers"),
  retrySchedule: t("labels_schedule"),
  timeoutMs: t("labels_timeout"),
  maxPerSecond: t("labels_this"),
  maxInFlight: t("labels_this"),
  "auth.type": t("labels_these_credentials"),
  "auth.header": t("labels_header_name"),
  "auth.value": t("labels_key"),
  "auth.username": t("labels_user_name"),
  "auth.password": t("labels_password"),
  "auth.token": t("labels_token"),
});

function describeField(name: string): string {
  return name.startsWith("retrySchedule[") ? t("label_of_each_wait") : t("label_of_this");
}

/** What is no whole sentence is said of the field: "is needed" → "The address is needed." */
function asSentence(field: string, message: string): string {
  const problem = toldProblem(message);
  if (/[.!?]$/.test(problem)) return problem;
  return /^\p{Lu}/u.test(problem) ? `${problem}.` : t("as_sentence_problem", { field, problem });
}

/** What is wrong with the rows of headers, by field: `headers[0].name`, `headers[0].value`, `headers`. */
function headerProblems(values: WebhookFormValues, known: WebhookDto | undefined): Record<string, string> {
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
        ? asSentence(name, saidParam(say("field_header_twice")))
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
  return asSentence(t("labels_this"), saidParam(problem));
}

function describeValue(value: string, isStored: boolean, isElsewhere: boolean): string | null {
  if (value === maskedValue) {
    if (isElsewhere) return t("describe_value_type_value_again_new");
    return isStored ? null : t("describe_value_type_value_again_stored");
  }
  const problem = headerValueProblem(value);
  return problem === null ? null : asSentence(t("labels_value"), saidParam(problem));
}
