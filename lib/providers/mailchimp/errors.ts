import { z } from "zod";
import type { Params } from "#lib/failures/message.ts";
import type { ProviderReply } from "../contract/call.ts";
import { numbered } from "../contract/clauses.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { createFailures, failure } from "../kit/failures.ts";
import { tell } from "./words.ts";

export const { unreadable, fault, rateLimited } = createFailures("Mailchimp");

/** Mailchimp does not say how long; its limit is on requests at one time, which soon pass. */
const usualMs = 10_000;

/**
 * What an answer other than 2xx means: https://mailchimp.com/developer/marketing/docs/errors/
 * @param what was asked for, in plain words: "contact"
 */
export function toProviderError(reply: ProviderReply, what: string): ProviderError {
  const { status } = reply;
  const problem = readProblem(reply);
  if (status === 429) return rateLimited(reply, `HTTP ${status}`, { usualMs });
  if (problem) return explain(problem, status, what);
  // "At exceptionally high volumes, you may receive an HTTP 429 or 403 without a JSON body."
  // https://mailchimp.com/developer/marketing/docs/fundamentals/#api-limits
  if (status === 403) return rateLimited(reply, `HTTP ${status}`, { usualMs });
  const detail = `HTTP ${status} without an error of Mailchimp's`;
  if (status === 401) return failure("auth", accessEnded, detail);
  return failure("unavailable", tell("does_not_work_as_should"), detail);
}

const accessEnded = tell("no_longer_accepts_connection");

/**
 * Which refusal says that this person may not be subscribed by anyone but themselves: `deleted` from the audience for
 * good, or `blocked` after they left or their address failed; null for any other answer.
 */
export function readConsentRefusal(reply: ProviderReply): "deleted" | "blocked" | null {
  const title = reply.status === 400 ? readProblem(reply)?.title : undefined;
  if (title === "Forgotten Email Not Subscribed") return "deleted";
  return title === "Member In Compliance State" ? "blocked" : null;
}

function explain(problem: Problem, status: number, what: string): ProviderError {
  const detail = formatDetail(problem, status);
  const byTitle = explainTitle(problem.title, detail);
  if (byTitle) return byTitle;
  if (status >= 500) return fault(detail);
  switch (status) {
    case 401:
      return failure("auth", accessEnded, detail);
    case 403:
      return failure("scope_missing", tell("user_who_made_connection_may"), detail);
    case 404:
      return failure("not_found", tell("does_not_have_not_any", { what }), detail);
    case 409:
      return failure("conflict", tell("says_there_already", { what }), detail);
    default:
      return failure("invalid_input", tell("did_not_accept", readBadFields(problem)), detail);
  }
}

/** The errors that mean the same wherever they come. */
function explainTitle(title: string, detail: string): ProviderError | null {
  switch (title) {
    case "User Disabled":
      return failure("account_closed", tell("has_deactivated_account"), detail);
    case "Compliance Related":
      return failure("account_closed", tell("has_blocked_account_while_reviews"), detail);
    case "Wrong Datacenter":
      return failure("auth", tell("has_moved_account"), detail);
    case "Member In Compliance State":
    case "Forgotten Email Not Subscribed":
      return failure("conflict", tell("person_has_left_audience_their"), detail);
    default:
      return null;
  }
}

/** https://mailchimp.com/developer/marketing/docs/errors/ (application/problem+json). */
const problemSchema = z.looseObject({
  title: z.string(),
  detail: z.string().catch(""),
  instance: z.string().optional(),
  errors: z.array(z.looseObject({ field: z.string().catch(""), message: z.string().catch("") })).catch([]),
});
type Problem = z.output<typeof problemSchema>;

/** null where an answer is not in the form of Mailchimp's errors. */
function readProblem({ json }: ProviderReply): Problem | null {
  return problemSchema.safeParse(json).data ?? null;
}

function formatDetail({ title, detail, instance, errors }: Problem, status: number): string {
  const fields = errors.map(({ field, message }) => `[${field || "?"}: ${message}]`);
  const occurrence = instance ? `(${instance})` : "";
  return [`HTTP ${status} ${title}: ${detail}`, ...fields, occurrence].filter(Boolean).join(" ");
}

/** The fields that Mailchimp did not take, each with what it says of them. */
function readBadFields({ errors, detail }: Problem): Params {
  const told = errors.map(({ field, message }) => ({
    field: field.split(".").at(-1) || "none",
    remark: toRemark(message),
  }));
  return numbered(told.length > 0 ? told : [{ field: "none", remark: toRemark(detail) }]);
}

function toRemark(text: string): string | null {
  return text.replace(/\.$/, "") || null;
}
