import { type DocumentNode, execute, GraphQLError, parse, validate } from "graphql";
import { z } from "zod";
import type { SandboxAccountDesk, SandboxReply } from "#lib/providers/sandbox-contract.ts";
import { adminSchema } from "./admin-schema.ts";
import { type ThrottleStatus, takeAllowance } from "./allowance.ts";
import { requestedCost } from "./query-cost.ts";
import { mutationResolvers } from "./resolvers-mutation.ts";
import { queryResolvers } from "./resolvers-query.ts";
import { openWorld } from "./world.ts";

const mostPerQuery = 1_000;

const requestBody = z.looseObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Answers the one address of the Admin API: parsed, validated, paid for, and executed against the shop. */
export async function executeAdmin(
  desk: SandboxAccountDesk,
  given: { json: unknown; scopes: readonly string[] },
): Promise<SandboxReply> {
  const body = requestBody.safeParse(given.json);
  if (!body.success) {
    return { status: 400, json: { errors: { query: "Required parameter missing or invalid" } } };
  }
  const { query, operationName } = body.data;
  const variableValues = body.data.variables ?? {};
  const document = readDocument(query);
  if ("errors" in document) return { status: 200, json: { errors: document.errors } };
  const cost = requestedCost(adminSchema, document, variableValues);
  if (cost > mostPerQuery) return { status: 200, json: tooExpensive(cost) };
  const { isEnough, throttleStatus } = takeAllowance(desk.account.id, cost, desk.now());
  const extensions = costExtension(cost, isEnough, throttleStatus);
  if (!isEnough) return { status: 200, json: throttledAnswer(extensions) };
  const world = await openWorld(desk, given.scopes);
  const result = await execute({
    schema: adminSchema,
    document,
    rootValue: { ...queryResolvers(world), ...mutationResolvers(world) },
    variableValues,
    operationName,
  });
  const unexpected = result.errors?.find(
    ({ originalError }) => originalError && !(originalError instanceof GraphQLError),
  );
  if (unexpected) throw unexpected.originalError ?? unexpected;
  const errors = result.errors?.map((error) => (error.path ? error.toJSON() : variableError(error)));
  const data = result.data === undefined ? {} : { data: result.data };
  return { status: 200, json: { ...data, ...(errors ? { errors } : {}), extensions } };
}

function readDocument(query: string): DocumentNode | { errors: unknown[] } {
  try {
    const document = parse(query);
    const errors = validate(adminSchema, document);
    return errors.length > 0 ? { errors: errors.map((error) => error.toJSON()) } : document;
  } catch (error) {
    if (error instanceof GraphQLError) return { errors: [error.toJSON()] };
    throw error;
  }
}

function variableError(error: GraphQLError) {
  return {
    ...error.toJSON(),
    extensions: { code: "INVALID_VARIABLE", problems: [{ explanation: error.message }] },
  };
}

function costExtension(requestedQueryCost: number, isRun: boolean, throttleStatus: ThrottleStatus) {
  const actualQueryCost = isRun ? requestedQueryCost : null;
  return { cost: { requestedQueryCost, actualQueryCost, throttleStatus } };
}

/** https://shopify.dev/docs/api/usage/limits#graphql-admin-api-rate-limits */
export function throttledAnswer(extensions: ReturnType<typeof costExtension>) {
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  return { errors: [{ message: "Throttled", extensions: { code: "THROTTLED", documentation } }], extensions };
}

function tooExpensive(cost: number) {
  const message = `Query cost is ${cost}, which exceeds the single query max cost limit (${mostPerQuery}).`;
  const documentation = "https://shopify.dev/api/usage/rate-limits";
  return {
    errors: [
      { message, extensions: { code: "MAX_COST_EXCEEDED", cost, maxCost: mostPerQuery, documentation } },
    ],
  };
}
