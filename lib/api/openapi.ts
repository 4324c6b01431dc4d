import { z } from "zod";
import { eventTypeDto } from "#lib/events/schema.ts";
import { lookUp } from "#lib/look-up.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { version } from "#lib/version.ts";
import { actionSchemas } from "./action-schemas.ts";
import { endpoints } from "./endpoints.ts";

const schemaForm = z.looseObject({
  properties: z.record(z.string(), z.looseObject({ description: z.string().optional() })).optional(),
  required: z.array(z.string()).optional(),
});

const problemSchema = {
  type: "object",
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    detail: { type: "string" },
    code: { type: "string" },
    requestId: { type: "string" },
    errors: {
      type: "array",
      items: { type: "object", properties: { path: { type: "string" }, message: { type: "string" } } },
    },
  },
  required: ["type", "title", "status", "detail", "code"],
};

/** The OpenAPI 3.1 document, made from the schemas that parse the requests. */
export async function openApiDocument(appUrl: string) {
  const paths: Record<string, Record<string, unknown>> = {
    "/api/health": {
      get: openOperation("The process lives", "Operations", z.object({ status: z.literal("ok") })),
    },
    "/api/ready": { get: openOperation("Database and engine are ready", "Operations", z.looseObject({})) },
    "/api/event-types": {
      get: openOperation("The event catalogue", "Events", z.object({ data: z.array(eventTypeDto) })),
    },
  };
  for (const endpoint of endpoints) {
    paths[endpoint.path] = {
      ...lookUp(paths, endpoint.path),
      [endpoint.method.toLowerCase()]: await describeOperation(endpoint),
    };
  }
  return {
    openapi: "3.1.0",
    info: { title: "Patchbay", version, description: "Events in; signed, retried, logged webhooks out." },
    servers: [{ url: appUrl }],
    security: [{ apiKey: [] }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", description: "An API key of the merchant" },
      },
      schemas: { Problem: problemSchema, ...(await actionSchemas()) },
    },
  };
}

async function describeOperation(endpoint: Endpoint) {
  const pathNames = [...endpoint.path.matchAll(/\{(\w+)\}/g)].flatMap((match) => match[1] ?? []);
  const input = z.toJSONSchema(endpoint.verb.input, { io: "input" });
  const { properties = {}, required = [], ...rest } = schemaForm.parse(input);
  const isInQuery = endpoint.method === "GET" || endpoint.method === "DELETE";
  const outer = Object.entries(properties).filter(([name]) => isInQuery || pathNames.includes(name));
  const inner = Object.entries(properties).filter(([name]) => !isInQuery && !pathNames.includes(name));
  const bodySchema = endpoint.bodyField
    ? ((await endpoint.bodySchema?.()) ?? properties[endpoint.bodyField] ?? {})
    : inner.length === 0 && pathNames.length === 0
      ? input
      : {
          ...rest,
          properties: Object.fromEntries(inner),
          required: required.filter((name) => !pathNames.includes(name)),
        };
  const hasBody = !isInQuery && (inner.length > 0 || pathNames.length === 0);
  return {
    operationId: `${endpoint.method.toLowerCase()}${endpoint.path.replace(/[^a-z]+([a-z])?/gi, (_, next) => (next ?? "").toUpperCase())}`,
    summary: endpoint.summary,
    tags: [endpoint.tag],
    description: `Needs the permission \`${endpoint.verb.permission}\`.`,
    parameters: [
      ...outer.map(([name, schema]) => ({
        name,
        in: pathNames.includes(name) ? "path" : "query",
        required: pathNames.includes(name) || required.includes(name),
        ...(schema.description ? { description: schema.description } : {}),
        schema,
      })),
      ...(endpoint.method === "POST" ? [idempotencyParameter] : []),
    ],
    ...(hasBody ? { requestBody: { required: true, content: jsonContent(bodySchema) } } : {}),
    responses: {
      [endpoint.status]: {
        description: "Done",
        content: endpoint.file
          ? { [endpoint.file.contentType]: { schema: { type: "string" } } }
          : jsonContent(z.toJSONSchema(endpoint.verb.output)),
      },
      default: problemResponse,
    },
  };
}

const idempotencyParameter = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description: "A repetition with the same key gets the first answer, for a day",
  schema: { type: "string", maxLength: 255 },
};

const problemResponse = {
  description: "A problem, per RFC 9457",
  content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
};

function openOperation(summary: string, tag: string, output: z.ZodType) {
  return {
    summary,
    tags: [tag],
    security: [],
    responses: { 200: { description: "Done", content: jsonContent(z.toJSONSchema(output)) } },
  };
}

function jsonContent(schema: unknown) {
  return { "application/json": { schema } };
}
