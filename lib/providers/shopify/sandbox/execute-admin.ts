import {
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLSchema,
  isScalarType,
  Kind,
  parse,
  print,
  validate,
} from "graphql";
import { ZodError, z } from "zod";
import type { SandboxAccountContext, SandboxReply } from "#lib/providers/sandbox-kit/contract.ts";
import { adminSchema } from "./admin-schema.ts";
import { actualCost, giveBack, requestedCost, type ThrottleStatus, takeAllowance } from "./query-cost.ts";
import { mutationResolvers } from "./resolvers-mutation.ts";
import { queryResolvers } from "./resolvers-query.ts";
import { openSession } from "./session.ts";

type Form = { isMet: (value: string | number) => boolean; name: string };

const isText = (value: string | number): value is string => typeof value === "string";

/** https://shopify.dev/docs/api/admin-graphql/2026-10#scalars */
const forms: Readonly<Record<string, Form>> = {
  DateTime: { isMet: (value) => isText(value) && !Number.isNaN(Date.parse(value)), name: "datetime" },
  Decimal: { isMet: (value) => /^-?\d{1,20}(\.\d{1,20})?$/.test(String(value)), name: "decimal" },
  Money: { isMet: (value) => /^-?\d{1,20}(\.\d{1,20})?$/.test(String(value)), name: "money" },
  UnsignedInt64: { isMet: (value) => /^\d{1,20}$/.test(String(value)), name: "unsigned 64-bit integer" },
  URL: { isMet: (value) => isText(value) && URL.canParse(value), name: "URL" },
};

checkScalars(adminSchema);

const mostPerQuery = 1_000;
const mostDeep = 100;

const requestBody = z.looseObject({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});

/** Answers the one address of the Admin API: parsed, validated, paid for, and executed against the shop. */
export async function executeAdmin(
  context: SandboxAccountContext,
  options: { json: unknown; scopes: readonly string[] },
): Promise<SandboxReply> {
  const body = requestBody.safeParse(options.json);
  if (!body.success) {
    const isQueryMissing = body.error.issues.some(({ path }) => path.length === 0 || path[0] === "query");
    const errors = isQueryMissing
      ? { query: "Required parameter missing or invalid" }
      : { variables: "expected a Hash" };
    return { status: 400, json: { errors } };
  }
  const { query, operationName } = body.data;
  if (isTooDeep(query)) return { status: 200, json: { errors: [{ message: "Query is too deep" }] } };
  const variableValues = body.data.variables ?? {};
  const document = readDocument(query);
  if ("errors" in document) return { status: 200, json: { errors: document.errors } };
  const cost = requestedCost(adminSchema, document, variableValues);
  if (cost > mostPerQuery) return { status: 200, json: tooExpensive(cost) };
  const { isEnough, throttleStatus } = takeAllowance(context.account.id, cost, context.now());
  if (!isEnough) return { status: 200, json: throttledAnswer(costExtension(cost, null, throttleStatus)) };
  const session = await openSession(context, options.scopes);
  const result = await execute({
    schema: adminSchema,
    document,
    rootValue: { ...queryResolvers(session), ...mutationResolvers(session) },
    variableValues,
    operationName,
  });
  const errors = result.errors?.map((error) => {
    if (error.originalError && !isForCaller(error.originalError)) return internalError(error.originalError);
    return error.path ? error.toJSON() : variableError(error, variableValues);
  });
  const data = result.data === undefined ? {} : { data: result.data };
  const actual = actualCost(adminSchema, document, result.data);
  const extensions = costExtension(cost, actual, giveBack(context.account.id, cost - actual, context.now()));
  return { status: 200, json: { ...data, ...(errors ? { errors } : {}), extensions } };
}

/**
 * Shopify's answer to a failure of its own is 200 too; here it says what broke.
 * https://shopify.dev/docs/api/admin-graphql#status_and_error_codes
 */
function internalError({ message }: Error) {
  return {
    message: "Internal error. Looks like something went wrong on our end.",
    extensions: { code: "INTERNAL_SERVER_ERROR", problem: message },
  };
}

/** A value that a scalar of Shopify lets through, and a field does not take, is the caller's mistake as well. */
function isForCaller(error: Error): boolean {
  return error instanceof GraphQLError || error instanceof ZodError;
}

/** Reading a document goes down as deep as its braces do. */
function isTooDeep(query: string): boolean {
  let depth = 0;
  for (const character of query) {
    if ("{[(".includes(character)) depth += 1;
    if ("}])".includes(character)) depth -= 1;
    if (depth > mostDeep) return true;
  }
  return false;
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

/** @param actualQueryCost null where the query was not run */
function costExtension(
  requestedQueryCost: number,
  actualQueryCost: number | null,
  throttleStatus: ThrottleStatus,
) {
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

/** Lets the custom scalars of a schema take what Shopify's take, and nothing else: a schema in text says no more than their names. */
function checkScalars(schema: GraphQLSchema): void {
  for (const [scalar, { isMet, name }] of Object.entries(forms)) {
    const type = schema.getType(scalar);
    if (!isScalarType(type)) throw new Error(`The schema has no scalar ${scalar}.`);
    type.coerceInputValue = (value) => {
      if ((typeof value === "string" || typeof value === "number") && isMet(value)) return value;
      throw new GraphQLError(`invalid ${name} '${JSON.stringify(value)?.slice(0, 200)}'`);
    };
  }
}

/**
 * A variable that does not fit its type, in Shopify's words: `Variable $apiKey of type String! was provided invalid
 * value`, with the value and what is wrong with it. https://github.com/Shopify/cli has many on record.
 */
function variableError(error: GraphQLError, variables: Readonly<Record<string, unknown>>) {
  const definition = error.nodes?.find((node) => node.kind === Kind.VARIABLE_DEFINITION);
  const formatted = error.toJSON();
  if (definition?.kind !== Kind.VARIABLE_DEFINITION) return formatted;
  const name = definition.variable.name.value;
  const path = pathIn(error.message);
  const place = path.length > 0 ? ` for ${path.join(".")}` : "";
  const explanation = error.message.replace(/^.*?: /s, "");
  return {
    ...formatted,
    message: `Variable $${name} of type ${print(definition.type)} was provided invalid value${place}`,
    extensions: {
      code: "INVALID_VARIABLE",
      value: variables[name] ?? null,
      problems: [{ path, explanation }],
    },
  };
}

/** `… at .lineItems[0].quantity: …` as its steps. */
function pathIn(message: string): (string | number)[] {
  const place = /invalid value at ((?:\.\w+|\[\d+\])+)/.exec(message)?.[1] ?? "";
  return [...place.matchAll(/\.(\w+)|\[(\d+)\]/g)].map(([, name, index]) => name ?? Number(index));
}
