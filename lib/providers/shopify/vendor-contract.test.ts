import { isEnumType } from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { callEverything } from "../testing/call-everything.ts";
import { startProviderTest } from "../testing/provider-test.ts";
import { departuresOfMessage, readVendorContract } from "../testing/vendor-contract.ts";
import { askAdmin } from "./client.ts";
import { subscribeDocument, subscribedTopics } from "./inbound/inbound.ts";
import { parseWebhook } from "./inbound/parse.ts";
import { shopify } from "./provider.ts";
import { officialSchema } from "./testing/read-official-admin.ts";

const contract = readVendorContract(new URL("./testing/vendor-contract.json", import.meta.url));

type Message = { topic: string; body: unknown };

const item = z.looseObject({});
const sent = z.looseObject({
  line_items: z.array(item),
  fulfillments: z.array(z.looseObject({ line_items: z.array(item).min(1) })).min(1),
});
const placed = z.looseObject({ number: z.int(), app_id: z.int(), source_name: z.string() });
const level = z.looseObject({ admin_graphql_api_id: z.string(), location_id: z.int() });

/** Fields that we ask for of a topic, as its header writes it; null = all. */
function findAskedFields(topic: string): readonly string[] | null {
  const asked = Object.entries(subscribedTopics).find(
    ([name]) => name === topic.toUpperCase().replace("/", "_"),
  );
  return asked?.[1].includeFields ?? null;
}

/** All that a shop can tell, to someone who asks for every field. */
async function tellEverything(): Promise<Message[]> {
  const messages: Message[] = [];
  const scene = await startProviderTest(shopify, {
    also: async (request) => {
      messages.push({ topic: request.headers.get("x-shopify-topic") ?? "", body: await request.json() });
      return new Response(null, { status: 200 });
    },
  });
  for (const topic of Object.keys(subscribedTopics)) {
    const variables = { topic, subscription: { uri: scene.context.appWebhookUrl, format: "JSON" } };
    await askAdmin(scene.call(), { document: subscribeDocument, variables, data: z.looseObject({}) });
  }
  await scene.run("create-order", {
    lines: [{ sku: "PIZZA-KIT-2", quantity: 1 }],
    email: "mara@example.com",
  });
  const { commands } = await shopify.sandbox();
  const { uninstall, ...others } = commands;
  for (const command of [...Object.values(others), uninstall]) await command?.run(scene.context);
  await scene.stop();
  return messages;
}

describe("as Shopify describes its webhooks", () => {
  let full: Message[] = [];
  beforeAll(async () => {
    full = await tellEverything();
  });

  test("every message is one that it sends, with every field of it", () => {
    const departures = full.flatMap(({ topic, body }) => {
      return departuresOfMessage(contract, topic, body) ?? [`${topic} is not in the contract`];
    });
    expect([...new Set(departures)].join("\n")).toBe("");
  });

  test("every message to us has the fields that we ask for", async () => {
    const exchanges = await callEverything(shopify);
    const messages = exchanges.filter(({ path }) => path.startsWith("/api/inbound/"));
    const departures = messages.flatMap(({ requestBody, requestHeaders }) => {
      const topic = String(requestHeaders["x-shopify-topic"]);
      const departed = departuresOfMessage(contract, topic, JSON.parse(requestBody), findAskedFields(topic));
      return departed ?? [`${topic} is not in the contract`];
    });
    expect([...new Set(departures)].join("\n")).toBe("");
    expect(messages.length).toBeGreaterThan(5);
  });

  test("a field that is missing, of another type or unknown to Shopify is found out", () => {
    for (const { topic, body } of full) {
      const [name = "", ...others] = Object.keys(Object(body));
      const { [name]: _, ...rest } = Object(body);
      expect(departuresOfMessage(contract, topic, rest)).toEqual([`${topic} lacks ${name}`]);
      expect(departuresOfMessage(contract, topic, { ...Object(body), [name]: [] })).toHaveLength(1);
      expect(departuresOfMessage(contract, topic, { ...Object(body), moon_phase: others })).toEqual([
        `${topic}.moon_phase is not known to the vendor`,
      ]);
    }
  });

  test("what the contract has is told by the sandbox, or is one of the topics that it has no command for", () => {
    const told = new Set(full.map(({ topic }) => topic));
    const untold = Object.keys(contract.messages ?? {}).filter((topic) => !told.has(topic));
    expect(untold).toEqual(["orders/cancelled", "orders/delete", "products/create", "app/scopes_update"]);
  });

  test("a change of permissions is read in the form that it has", () => {
    const body = {
      id: 26_817,
      shop_id: "gid://shopify/Shop/68310001",
      previous: ["read_products", "write_orders"],
      current: ["read_products"],
      updated_at: "2026-10-02T18:44:10.000Z",
    };
    expect(departuresOfMessage(contract, "app/scopes_update", body)).toEqual([]);
    const message = {
      method: "POST",
      url: "https://patchbay.example/api/inbound/shopify",
      headers: { "x-shopify-topic": "app/scopes_update" },
      body: new TextEncoder().encode(JSON.stringify(body)),
    };
    expect(parseWebhook(message).effects).toEqual([{ kind: "scopes_changed", granted: ["read_products"] }]);
  });

  test("nothing is left to send of an order that was sent", () => {
    const bodies = full
      .filter(({ topic }) => topic === "orders/fulfilled")
      .map(({ body }) => sent.parse(body));
    const nothingLeft = { fulfillment_status: "fulfilled", fulfillable_quantity: 0 };
    expect(bodies).toHaveLength(1);
    for (const { line_items: lines, fulfillments } of bodies) {
      expect(lines).not.toEqual([]);
      for (const line of [...lines, ...fulfillments.flatMap(({ line_items: items }) => items)]) {
        expect(line).toMatchObject(nothingLeft);
      }
    }
  });

  test("an order that an app brought in has the app's number as its source, and one of the store is from the web", () => {
    const bodies = full
      .filter(({ topic }) => topic === "orders/create")
      .map(({ body }) => placed.parse(body))
      .toSorted((one, other) => one.number - other.number);
    expect(bodies).toMatchObject([
      { source_identifier: expect.any(String), source_name: String(bodies[0]?.app_id) },
      { source_identifier: null, source_name: "web" },
    ]);
    expect(bodies[0]?.app_id).not.toBe(bodies[1]?.app_id);
  });

  test("stock at a location has a number that is not the location's", () => {
    const levels = full.filter(({ topic }) => topic === "inventory_levels/update");
    expect(levels).not.toEqual([]);
    for (const { body } of levels) {
      const { admin_graphql_api_id: id, location_id: location } = level.parse(body);
      expect(id).not.toContain(`InventoryLevel/${location}?`);
    }
  });
});

describe("the words of the contract are those of Shopify's own schema", () => {
  const ofOrder = contract.messages?.["orders/create"]?.properties;
  const ofProduct = contract.messages?.["products/create"]?.properties;
  const ofFulfilment = ofOrder?.fulfillments?.items?.properties;

  test.each([
    ["cancel_reason", ofOrder?.cancel_reason, "OrderCancelReason", []],
    ["fulfillment_status", ofOrder?.fulfillment_status, "OrderCreateFulfillmentStatus", []],
    ["financial_status", ofOrder?.financial_status, "OrderDisplayFinancialStatus", ["expired"]],
    ["a fulfillment's status", ofFulfilment?.status, "FulfillmentStatus", []],
    ["a product's status", ofProduct?.status, "ProductStatus", []],
    [
      "inventory_policy",
      ofProduct?.variants?.items?.properties?.inventory_policy,
      "ProductVariantInventoryPolicy",
      [],
    ],
    [
      "shipment_status",
      ofFulfilment?.shipment_status,
      "FulfillmentDisplayStatus",
      ["canceled", "fulfilled", "label_voided", "marked_as_fulfilled", "not_delivered", "submitted"],
    ],
  ])("%s", (_name, schema, type, onlyInGraphql) => {
    const known = officialSchema().getType(type);
    const words = isEnumType(known) ? known.getValues().map(({ name }) => name.toLowerCase()) : [];
    expect([...(schema?.enum ?? []), ...onlyInGraphql].toSorted()).toEqual(words.toSorted());
  });
});
