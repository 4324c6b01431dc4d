import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { callEverything } from "../testing/call-everything.ts";
import { startProviderTest } from "../testing/provider-test.ts";
import { departuresOfMessage, readVendorContract } from "../testing/vendor-contract.ts";
import { askAdmin } from "./client.ts";
import { subscribeDocument } from "./inbound/subscribe.ts";
import { subscribedTopics } from "./inbound/topics.ts";
import { shopify } from "./provider.ts";

const contract = readVendorContract(new URL("./testing/vendor-contract.json", import.meta.url));

type Message = { topic: string; body: unknown };

/** Fields that we ask for of a topic, as its header writes it; null = all. */
function askedOf(topic: string): readonly string[] | null {
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
    const variables = { topic, subscription: { uri: scene.desk.appWebhookUrl, format: "JSON" } };
    await askAdmin(scene.call(), { document: subscribeDocument, variables, data: z.looseObject({}) });
  }
  await scene.run("create-order", {
    lines: [{ sku: "PIZZA-KIT-2", quantity: 1 }],
    email: "mara@example.com",
  });
  const { commands } = await shopify.sandbox();
  const { uninstall, ...others } = commands;
  for (const command of [...Object.values(others), uninstall]) await command?.run(scene.desk);
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
      const departed = departuresOfMessage(contract, topic, JSON.parse(requestBody), askedOf(topic));
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
    expect(untold).toEqual(["orders/cancelled", "orders/delete", "products/create"]);
  });
});
