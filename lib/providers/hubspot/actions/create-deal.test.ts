import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { hubspot } from "../provider.ts";
import { createDealAction } from "./create-deal.ts";

const dealSchema = z.looseObject({
  id: z.string(),
  properties: z.record(z.string(), z.string()),
  contactIds: z.array(z.string()),
});
const propertySchema = z.looseObject({ name: z.string(), hasUniqueValue: z.boolean() });
const ines = "60100000101";

const started: ProviderTest[] = [];
let shop: ProviderTest;
beforeAll(async () => {
  shop = await open();
});
afterAll(async () => {
  for (const one of started) await one.stop();
});

async function open(): Promise<ProviderTest> {
  const scene = await startProviderTest(hubspot);
  started.push(scene);
  return scene;
}

async function dealsNamed(name: string, scene = shop) {
  const deals = await scene.context.store.list("deal", dealSchema);
  return deals.map(({ data }) => data).filter(({ properties }) => properties.dealname === name);
}

describe("creating a deal", () => {
  test("puts it where it belongs, with its amount, its day and its contact", async () => {
    const key = "dlv_whole";
    const made = await shop.run("create-deal", createDealAction.example, { idempotencyKey: key });
    expect(made).toEqual({
      dealId: expect.stringMatching(/^\d+$/),
      pipelineId: "748213906",
      stageId: "1092846571",
      contactId: ines,
      wasThereAlready: false,
    });
    const [deal] = await dealsNamed("Order 1042, garden party for 40");
    expect(deal).toMatchObject({ id: made.dealId, contactIds: [ines] });
    expect(deal?.properties).toEqual({
      dealname: "Order 1042, garden party for 40",
      pipeline: "748213906",
      dealstage: "1092846571",
      amount: "1280.00",
      closedate: "2026-11-30T12:00:00.000Z",
      description: expect.stringContaining("40 guests"),
      dealtype: "newbusiness",
      patchbay_reference: key,
    });
  });

  test("takes a stage alone, and finds its pipeline", async () => {
    const made = await shop.run("create-deal", { name: "Stage alone", stage: "1092846573" });
    expect(made).toMatchObject({ pipelineId: "748213906", contactId: null });
  });

  test("makes a contact of an address that is new", async () => {
    const made = await shop.run("create-deal", { name: "New guest", contact: "first.visit@example.com" });
    const contact = await shop.context.store.get("contact", String(made.contactId), dealSchema);
    expect(contact?.properties).toEqual({ email: "first.visit@example.com" });
  });

  test("takes a contact by id, and says where there is none of it", async () => {
    expect(await shop.run("create-deal", { name: "By id", contact: ines })).toMatchObject({
      contactId: ines,
    });
    await expect(shop.run("create-deal", { name: "Nobody", contact: "404" })).rejects.toMatchObject({
      kind: "not_found",
    });
    expect(await dealsNamed("Nobody")).toEqual([]);
  });

  test("says which currencies the account keeps, in place of making euros of other money", async () => {
    const input = { name: "Yen", amount: 5_000, currency: "JPY" };
    await expect(shop.run("create-deal", input)).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("EUR, GBP"),
    });
    await shop.run("create-deal", { name: "Pounds", amount: 5_000, currency: "GBP" });
    const [pounds] = await dealsNamed("Pounds");
    expect(pounds?.properties).toMatchObject({ amount: "50.00", deal_currency_code: "GBP" });
  });

  test("asks for another stage where the chosen one is gone", async () => {
    const sandbox = await hubspot.sandbox();
    const scene = await open();
    await sandbox.commands["remove-stage"]?.run(scene.context);
    await expect(scene.run("create-deal", { name: "Offer", stage: "1092846572" })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("stage"),
    });
  });

  test.each([
    ["an amount without a currency", { amount: 100 }],
    ["half a cent", { amount: 0.5, currency: "EUR" }],
    ["a contact that is neither an address nor an id", { contact: "Marta" }],
    ["our own reference", { furtherFields: [{ name: "patchbay_reference", value: "x" }] }],
  ])("does not take %s", (_, further) => {
    expect(createDealAction.input.safeParse({ name: "A deal", ...further }).success).toBe(false);
  });
});

describe("one deal of one key", () => {
  test("is made though two tries run at the same moment", async () => {
    const scene = await open();
    const input = { name: "At once" };
    const tries = [1, 2, 3].map(() => scene.run("create-deal", input, { idempotencyKey: "dlv_race" }));
    const made = await Promise.all(tries);
    expect(new Set(made.map(({ dealId }) => dealId)).size).toBe(1);
    expect(made.filter(({ wasThereAlready }) => !wasThereAlready)).toHaveLength(1);
    expect(await dealsNamed("At once", scene)).toHaveLength(1);
  });

  test("stays as the merchant has changed it meanwhile", async () => {
    const key = { idempotencyKey: "dlv_moved" };
    const made = await shop.run("create-deal", { name: "Moved on", contact: ines }, key);
    const [deal] = await dealsNamed("Moved on");
    const moved = { ...deal, properties: { ...deal?.properties, dealstage: "closedwon" } };
    await shop.context.store.put("deal", String(made.dealId), moved);
    expect(await shop.run("create-deal", { name: "Moved on", contact: ines }, key)).toEqual({
      ...made,
      stageId: "closedwon",
      wasThereAlready: true,
    });
  });

  test("rests on a field that is made once, and unique", async () => {
    const scene = await open();
    await scene.run("create-deal", { name: "One" });
    await scene.run("create-deal", { name: "Two" });
    const fields = await scene.context.store.list("deals-property", propertySchema);
    expect(fields.filter(({ data }) => data.name === "patchbay_reference")).toMatchObject([
      { data: { hasUniqueValue: true } },
    ]);
  });

  test("is not promised where a field of that name is not unique", async () => {
    const scene = await open();
    const [some] = await scene.context.store.list("deals-property", propertySchema);
    const own = { ...some?.data, name: "patchbay_reference", hasUniqueValue: false };
    await scene.context.store.put("deals-property", "patchbay_reference", own);
    await expect(scene.run("create-deal", { name: "Hopeful" })).rejects.toMatchObject({ kind: "conflict" });
    expect(await dealsNamed("Hopeful", scene)).toEqual([]);
  });

  test("is not promised where HubSpot has no room for the field", async () => {
    const scene = await open();
    const [some] = await scene.context.store.list("deals-property", propertySchema);
    for (let index = 0; index < 10; index += 1) {
      const unique = { ...some?.data, name: `key_${index}`, hasUniqueValue: true, hubspotDefined: false };
      await scene.context.store.put("deals-property", unique.name, unique);
    }
    await expect(scene.run("create-deal", { name: "Hopeful" })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("delete one"),
    });
    expect(await dealsNamed("Hopeful", scene)).toEqual([]);
  });
});
