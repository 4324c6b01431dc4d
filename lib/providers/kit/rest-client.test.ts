import { describe, expect, test } from "vitest";
import { z } from "zod";
import type { ProviderReply } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { scriptedCall } from "../testing/scripted-call.ts";
import { failure } from "./failures.ts";
import { type AppRequest, createRestClient } from "./rest-client.ts";

type Asked = AppRequest & { what: string };

const refused = { code: "app_fault", params: { app: "Example" } };
const client = createRestClient<Asked>({
  app: "Example",
  root: ({ settings }) => `https://${settings.region ?? "eu"}.example.com/v1`,
  headers: (call) => ({ "x-key": call.idempotencyKey }),
  toProviderError: ({ status }, { what }) =>
    failure(status === 404 ? "not_found" : "conflict", refused, what),
  readReply: (reply): ProviderReply => (reply.headers["x-really"] ? { ...reply, status: 404 } : reply),
});

const item = z.looseObject({ id: z.string() });
const get = { method: "GET", path: "/items/1", what: "item" } as const;
const post = { method: "POST", path: "/items", what: "item", json: { a: 1 } } as const;

test("a request goes to the account's own root, once, with what each request carries", async () => {
  const { call, requests } = scriptedCall([{ status: 200, json: { id: "1" } }]);
  const request = { ...post, query: { page: "2" }, headers: { "x-more": "yes" } };
  const answer = await client.ask({ ...call, settings: { region: "us" } }, request, item);
  expect(answer).toEqual({ id: "1" });
  expect(requests).toEqual([
    {
      method: "POST",
      url: "https://us.example.com/v1/items",
      query: { page: "2" },
      json: { a: 1 },
      headers: { "x-key": "dlv_1", "x-more": "yes" },
    },
  ]);
});

describe("an answer", () => {
  test("that is in another form than documented is unavailable, and says which field was wrong", async () => {
    const { call } = scriptedCall([{ status: 200, json: { id: 1 } }]);
    const error: unknown = await client.ask(call, get, item).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ProviderError);
    expect(error).toMatchObject({ kind: "unavailable", code: "app_unreadable", params: { app: "Example" } });
    expect(error).toMatchObject({ detail: expect.stringMatching(/^GET \/items\/1: HTTP 200: .*id/s) });
  });

  test.each([199, 301, 400, 404, 500])("with HTTP %i is refused in the app's words", async (status) => {
    const { call } = scriptedCall([{ status, json: { id: "1" } }]);
    await expect(client.ask(call, get, item)).rejects.toMatchObject({
      kind: status === 404 ? "not_found" : "conflict",
      detail: "item",
    });
  });

  test("is what the app's own look at it says", async () => {
    const { call } = scriptedCall([{ status: 200, json: { id: "1" }, headers: { "x-really": "404" } }]);
    await expect(client.ask(call, get, item)).rejects.toMatchObject({ kind: "not_found" });
  });
});

describe("what may not be there", () => {
  test("is null where it is refused as not found", async () => {
    expect(await client.find(scriptedCall([{ status: 404 }]).call, get, item)).toBeNull();
  });

  test("is found, and no other refusal is taken for nothing", async () => {
    const found = await client.find(scriptedCall([{ status: 200, json: { id: "1" } }]).call, get, item);
    expect(found).toEqual({ id: "1" });
    const { call } = scriptedCall([{ status: 503 }]);
    await expect(client.find(call, get, item)).rejects.toMatchObject({ kind: "conflict" });
  });

  test("is not taken for absent where its answer cannot be read", async () => {
    const { call } = scriptedCall([{ status: 200, json: [] }]);
    await expect(client.find(call, get, item)).rejects.toMatchObject({ kind: "unavailable" });
  });
});

describe("what is answered with nothing", () => {
  test.each([200, 202, 204])("is done with HTTP %i", async (status) => {
    const { call } = scriptedCall([{ status, headers: { "x-id": "1" } }]);
    expect((await client.tell(call, post)).headers).toEqual({ "x-id": "1" });
  });

  test("is not done where a page comes with HTTP 200", async () => {
    const { call } = scriptedCall([{ status: 200, json: "<html>" }]);
    await expect(client.tell(call, post)).rejects.toMatchObject({ kind: "unavailable" });
  });

  test("is refused in the app's words", async () => {
    const { call } = scriptedCall([{ status: 409 }]);
    await expect(client.tell(call, post)).rejects.toMatchObject({ kind: "conflict" });
  });
});
