import { z } from "zod";
import type { ProviderReply } from "../contract/call.ts";

/** Of documented lists, HubSpot sends some as a single text. */
const texts = z.union([z.array(z.string()), z.string().transform((text) => [text])]);
const context = z.record(z.string(), texts.catch([])).catch({});

const detail = z.looseObject({
  message: z.string().catch(""),
  code: z.string().optional().catch(undefined),
  context: context.optional(),
});

/**
 * The body of a refusal: https://developers.hubspot.com/docs/api-reference/error-handling and the schema `Error` of
 * HubSpot's OpenAPI descriptions. Only the message is in all of them.
 */
const problemSchema = z.looseObject({
  message: z.string(),
  category: z.string().optional().catch(undefined),
  subCategory: z.string().optional().catch(undefined),
  correlationId: z.string().optional().catch(undefined),
  policyName: z.string().optional().catch(undefined),
  context: context.optional(),
  errors: z.array(detail).optional().catch(undefined),
});
export type Problem = z.infer<typeof problemSchema>;

/** @returns null where the body is not HubSpot's: a page of a gateway */
export function readProblem({ json }: ProviderReply): Problem | null {
  return problemSchema.safeParse(json).data ?? null;
}

/** For the log: HubSpot's own words. */
export function detailOf({ category, subCategory, message, correlationId }: Problem, status: number): string {
  const names = [`HTTP ${status}`, category, subCategory].filter(Boolean).join(" ");
  return `${names}: ${message}${correlationId ? ` (correlationId ${correlationId})` : ""}`;
}

/** The scopes that would have been needed, any one of them; empty where HubSpot does not name them. */
export function neededScopes(problem: Problem): string[] {
  const contexts = [problem.context, ...(problem.errors ?? []).map((error) => error.context)];
  const named = contexts.flatMap((given) => [
    ...(given?.requiredGranularScopes ?? []),
    ...(given?.missingScopes ?? []),
    ...(given?.requiredScopes ?? []),
  ]);
  const inMessage = /\(requires one of \[([^\]]*)\]\)/.exec(problem.message)?.[1] ?? "";
  return [...named, ...inMessage.split(",").map((scope) => scope.trim())].filter(Boolean);
}
