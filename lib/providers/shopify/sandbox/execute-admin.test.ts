import { afterEach, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "../../testing/provider-test.ts";
import { shopify } from "../provider.ts";

let scene: ProviderTest;
beforeEach(async () => {
  scene = await startProviderTest(shopify);
});
afterEach(() => scene.stop());

const answerForm = z.looseObject({
  data: z.unknown().optional(),
  errors: z
    .array(z.looseObject({ message: z.string(), extensions: z.looseObject({}).optional() }))
    .optional(),
  extensions: z
    .object({
      cost: z.object({
        requestedQueryCost: z.number(),
        actualQueryCost: z.number().nullable(),
        throttleStatus: z.looseObject({ currentlyAvailable: z.number(), maximumAvailable: z.number() }),
      }),
    })
    .optional(),
});

async function ask(query: string, variables: unknown = {}, body: object = {}) {
  const url = `https://${scene.account.externalId}/admin/api/2026-10/graphql.json`;
  const reply = await scene.call().request({ method: "POST", url, json: { query, variables, ...body } });
  return { status: reply.status, ...answerForm.parse(reply.json) };
}

test("a query pays for what it found, and gets the rest of what it asked for back", async () => {
  const { extensions } = await ask(
    "{ products(first: 100) { nodes { id variants(first: 5) { nodes { id } } } } }",
  );
  const { requestedQueryCost = 0, actualQueryCost, throttleStatus } = extensions?.cost ?? {};
  expect(actualQueryCost).toBeGreaterThan(0);
  expect(actualQueryCost).toBeLessThan(requestedQueryCost / 10);
  const taken = 2_000 - (throttleStatus?.currentlyAvailable ?? 0);
  expect(taken).toBeLessThan(requestedQueryCost / 2);
});

test("what is null costs nothing", async () => {
  const { extensions, data } = await ask('{ product(id: "gid://shopify/Product/1") { id title } }');
  expect(data).toEqual({ product: null });
  expect(extensions?.cost).toMatchObject({ requestedQueryCost: 1, actualQueryCost: 0 });
});

test("ten orders in a row are no reason to wait", async () => {
  for (let number = 0; number < 10; number += 1) {
    await scene.run("create-order", { lines: [{ sku: "OIL-500", quantity: 1 }] });
  }
});

const create = `mutation Create($order: OrderCreateOrderInput!) {
  orderCreate(order: $order) { order { id } userErrors { field message } }
}`;
const priced = (amount: unknown) => ({
  order: {
    lineItems: [{ title: "Oil", quantity: 1, priceSet: { shopMoney: { amount, currencyCode: "EUR" } } }],
  },
});

test.each([
  ["an object for an amount", create, priced({ a: 1 })],
  ["a list for an amount", create, priced([])],
  ["words for an amount", create, priced("a lot")],
  ["no amount", create, priced(null)],
  ["a text for a number", create, { order: { lineItems: [{ title: "Oil", quantity: "1" }] } }],
  ["a field that there is not", create, { order: { nothing: 1 } }],
  ["a currency that there is not", create, { order: { currency: "XXX" } }],
  ["a number for a list", create, { order: { lineItems: 3, tags: {} } }],
  ["nothing", create, {}],
  ["null", create, { order: null }],
])("answers %s in a variable with 200 and an error that names the variable", async (_, query, variables) => {
  const { status, errors, data } = await ask(query, variables);
  expect(status).toBe(200);
  expect(data).toBeUndefined();
  expect(errors?.[0]?.message).toMatch(
    /^Variable \$order of type OrderCreateOrderInput! was provided invalid value/,
  );
  expect(errors?.[0]?.extensions).toMatchObject({
    code: "INVALID_VARIABLE",
    problems: [{ explanation: expect.any(String) }],
  });
});

test.each([
  ["no query", { query: undefined }],
  ["a number for the query", { query: 3 }],
  ["a text for the variables", { variables: "a" }],
  ["a list for the variables", { variables: [1] }],
])("refuses a body with %s", async (_, body) => {
  const url = `https://${scene.account.externalId}/admin/api/2026-10/graphql.json`;
  const json = { query: "{ shop { id } }", ...body };
  const reply = await scene.call().request({ method: "POST", url, json });
  expect(reply).toMatchObject({ status: 400, json: { errors: expect.any(Object) } });
});

test.each([
  ["an operation that there is not", "query A { shop { id } }", { operationName: "B" }],
  ["two operations and no name", "query A { shop { id } } query B { shop { id } }", {}],
  ["half a query", "{ shop {", {}],
  ["fragments in a circle", "{ shop { ...a } } fragment a on Shop { ...b } fragment b on Shop { ...a }", {}],
  ["very many braces", "{".repeat(20_000), {}],
  ["a cursor that is none", '{ products(first: 1, after: "bm9wZQ==") { nodes { id } } }', {}],
  ["no page size", "{ products { nodes { id } } }", {}],
])("answers %s with 200 and errors", async (_, query, body) => {
  const { status, errors } = await ask(query, {}, body);
  expect(status).toBe(200);
  expect(errors?.length).toBeGreaterThan(0);
});
