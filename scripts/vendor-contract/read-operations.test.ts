import { expect, test } from "vitest";
import { vendorSchema } from "#lib/providers/testing/vendor-schema.ts";
import { openApi, readOperations } from "./read-operations.ts";
import { shared } from "./shared.ts";

const error = {
  content: {
    "application/vnd.api+json": {
      schema: { type: "object", required: ["errors"], properties: { errors: { type: "array" } } },
    },
  },
};
const description = openApi.parse({
  info: { title: "A shop's API", version: "2026-07-15" },
  servers: [{ url: "https://api.example.com/v2/" }],
  paths: {
    "/lists/{id}": {
      parameters: [{ name: "id", in: "path", required: true, schema: { type: "integer" } }],
      get: {
        parameters: [
          { $ref: "#/components/parameters/size" },
          { name: "page[cursor]", in: "query", schema: { type: ["string", "null"] } },
          { name: "unused", in: "query", schema: { type: "string" } },
        ],
        responses: {
          200: { content: { "application/json": { schema: { $ref: "#/components/schemas/List" } } } },
          404: { description: "No such list" },
          "4XX": { $ref: "#/components/responses/Refused" },
          "5XX": { $ref: "#/components/responses/Refused" },
        },
      },
      delete: { responses: { 204: { description: "Gone" } } },
    },
    "/not-played": { post: { responses: { 200: {} } } },
  },
  components: {
    parameters: {
      size: { name: "page[size]", in: "query", required: true, schema: { type: "integer", maximum: 10 } },
    },
    responses: { Refused: error },
    schemas: {
      List: {
        allOf: [
          { $ref: "#/components/schemas/Named" },
          {
            type: "object",
            required: ["kind"],
            properties: {
              kind: { const: "list" },
              parent: { $ref: "#/components/schemas/List" },
              unused: { type: "string" },
              settings: { type: "object" },
              opt_in: { type: "string", enum: ["single", "double", null], description: "How people join." },
            },
          },
        ],
      },
      Named: {
        type: "object",
        required: ["id"],
        properties: { id: { type: "string" }, name: { type: "string", nullable: true } },
      },
    },
  },
});

const operations = readOperations(description, {
  isPlayed: (method, address) => /^api\.example\.com\/v2\/lists\/\d+$/.test(address) && method !== "POST",
  isUsed: (name) => name !== "unused",
});
const [show, remove] = operations;

test("what the sandbox plays is kept, below the root of the server", () => {
  expect(operations.map(({ method, path }) => `${method} ${path}`)).toEqual([
    "GET /v2/lists/{id}",
    "DELETE /v2/lists/{id}",
  ]);
});

test("a query's names in brackets are members, and what nobody asks for is left out", () => {
  expect(show?.query).toEqual({
    type: "object",
    properties: {
      page: {
        type: "object",
        required: ["size"],
        properties: { size: { type: "integer", maximum: 10 }, cursor: { type: "string", nullable: true } },
      },
    },
  });
});

test("an answer is in the words of our contracts, parts put together and circles cut", () => {
  expect(show?.answers["200"]).toEqual({
    type: "object",
    required: ["id", "kind"],
    properties: {
      id: { type: "string" },
      name: { type: "string", nullable: true },
      kind: { type: "string", enum: ["list"] },
      parent: {},
      settings: { type: "object", others: {} },
      opt_in: { type: "string", enum: ["single", "double"], nullable: true },
    },
  });
  for (const answer of Object.values(show?.answers ?? {})) {
    expect(vendorSchema.safeParse(answer).error).toBeUndefined();
  }
});

test("a range of refusals is each of them, an answer without a body takes none, and faults of the vendor's are none", () => {
  expect(Object.keys(show?.answers ?? {})).toEqual(["200", "400", "401", "403", "404", "409", "422", "429"]);
  expect(show?.answers["400"]).toMatchObject({ required: ["errors"] });
  expect(show?.answers["404"]).toEqual({});
  expect(remove?.answers).toEqual({ 204: {} });
});

test("what stands in several places is written once", () => {
  const contract = shared(operations);
  expect(Object.keys(contract.schemas)).toEqual(["error"]);
  expect(contract.operations[0]?.answers).toMatchObject({ 400: { ref: "error" }, 429: { ref: "error" } });
});
