import { expect, test } from "vitest";
import { z } from "zod";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { catalogueEndpoints } from "#lib/api/catalogue.ts";
import { pageOf } from "#lib/listing/page.ts";
import { handle } from "#lib/transport/handle.ts";
import { callRoute } from "#lib/transport/testing.ts";
import { catalogueEntries } from "./catalogue-entries.ts";
import { catalogueDetailDto, catalogueEntryDto } from "./schema.ts";

const pageSchema = pageOf(catalogueEntryDto.strict());

async function list(query = "") {
  const key = await createTestApiKey(await createTestMerchant(), ["read"]);
  return callRoute(handle(catalogueEndpoints.listCatalogue), {
    method: "GET",
    path: `/api/catalog${query}`,
    key,
  });
}

async function listPage(query = "") {
  return pageSchema.parse((await list(query)).json);
}

async function get(provider: string) {
  const key = await createTestApiKey(await createTestMerchant(), ["read"]);
  const path = `/api/catalog/${provider}`;
  return callRoute(handle(catalogueEndpoints.getCatalogueEntry), {
    method: "GET",
    path,
    key,
    params: { provider },
  });
}

test("one page holds the whole catalogue, what is available first", async () => {
  const { data, nextCursor } = await listPage();
  expect(data.map(({ id }) => id)).toEqual(catalogueEntries().map(({ id }) => id));
  expect(data[0]).toMatchObject({ status: "available" });
  expect(nextCursor).toBeNull();
});

test("pages join to the whole list without gaps or repetition, filters kept", async () => {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: z.infer<typeof pageSchema> = await listPage(
      `?status=planned&limit=20${cursor ? `&cursor=${cursor}` : ""}`,
    );
    ids.push(...page.data.map(({ id }) => id));
    cursor = page.nextCursor;
  } while (cursor);
  const planned = catalogueEntries().filter(({ status }) => status === "planned");
  expect(ids).toEqual(planned.map(({ id }) => id));
});

test.each([
  ["?category=messaging&search=slack", ["slack"]],
  ["?search=SLACK", ["slack"]],
  ["?search=spreadsheet%20row", ["google-sheets"]],
  ["?search=point%20of%20sale&category=point-of-sale&status=available", []],
  ["?search=100%25", []],
])("%s finds what it says", async (query, ids) => {
  expect((await listPage(query)).data.map(({ id }) => id)).toEqual(ids);
});

test("?status=available finds what is available, and nothing else", async () => {
  const { data } = await listPage("?status=available");
  const available = catalogueEntries().filter(({ status }) => status === "available");
  expect(data.map(({ id }) => id)).toEqual(available.map(({ id }) => id));
});

test("a search reads the category too", async () => {
  const { data } = await listPage("?search=accounting");
  expect(data.map(({ id }) => id)).toEqual(expect.arrayContaining(["xero", "quickbooks", "lexware-office"]));
});

test.each([
  ["?category=astrology", "category"],
  ["?status=connected", "status"],
  ["?limit=101", "limit"],
  ["?cursor=nonsense", "cursor"],
  [`?cursor=${Buffer.from('["no-such-app"]').toString("base64url")}`, "cursor"],
  ["?colour=red", "colour"],
])("%s is refused with its path", async (query, path) => {
  const { status, json } = await list(query);
  expect(status).toBe(422);
  expect(z.object({ errors: z.array(z.looseObject({ path: z.string() })) }).parse(json).errors[0]?.path).toBe(
    path,
  );
});

test("one entry says what it is, what it can do, and how it is connected here", async () => {
  const { status, json } = await get("slack");
  expect(status).toBe(200);
  expect(catalogueDetailDto.strict().parse(json)).toMatchObject({
    name: "Slack",
    category: { id: "messaging", label: "Team messages" },
    status: "available",
    actions: [
      { id: "send-message", inputSchema: { type: "object" }, scopes: expect.arrayContaining(["chat:write"]) },
    ],
    scopes: expect.arrayContaining([
      expect.objectContaining({ id: "chat:write", reason: expect.any(String), actions: ["send-message"] }),
    ]),
    connect: { kind: "oauth2", isLiveReady: false, isSandboxOn: true },
  });
});

test("an entry that is planned promises nothing", async () => {
  const { json } = await get("xero");
  expect(catalogueDetailDto.parse(json)).toMatchObject({
    status: "planned",
    actions: [],
    scopes: [],
    connect: null,
  });
});

test("an app that is not in the catalogue is 404", async () => {
  expect(await get("no-such-app")).toMatchObject({ status: 404, json: { code: "not_found" } });
});

test("a key that may not read gets 403", async () => {
  const key = await createTestApiKey(await createTestMerchant(), ["events:write"]);
  const answer = await callRoute(handle(catalogueEndpoints.listCatalogue), {
    method: "GET",
    path: "/api/catalog",
    key,
  });
  expect(answer.status).toBe(403);
});
