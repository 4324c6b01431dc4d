import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { scriptedCall } from "../../testing/scripted-call.ts";
import { hubspot } from "../provider.ts";
import { upsertContact } from "./upsert-contact.ts";

const contactSchema = z.looseObject({ properties: z.record(z.string(), z.string()), updatedAt: z.string() });
const ines = "60100000101";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(hubspot);
});
afterAll(() => shop.stop());

async function contact(id: unknown) {
  return shop.context.store.get("contact", String(id), contactSchema);
}

describe("adding or updating a contact", () => {
  test("changes what is given, and leaves everything else of the contact as it is", async () => {
    const before = await contact(ines);
    const input = {
      email: "INES.Carvalho@example.com",
      phone: "+351 999",
      furtherFields: [{ name: "favourite_table", value: "window" }],
    };
    expect(await shop.run("upsert-contact", input)).toEqual({ contactId: ines, wasCreated: false });
    expect((await contact(ines))?.properties).toEqual({
      ...before?.properties,
      phone: "+351 999",
      favourite_table: "window",
    });
  });

  test("with an address alone looks, and changes nothing", async () => {
    const before = await contact(ines);
    await shop.run("upsert-contact", { email: "ines.carvalho@example.com" });
    expect(await contact(ines)).toEqual(before);
  });

  test("makes a contact of an address that is new, once", async () => {
    const input = { email: "new.guest@example.com", firstName: "Nova" };
    const made = await shop.run("upsert-contact", input);
    expect(made).toMatchObject({ wasCreated: true });
    expect((await contact(made.contactId))?.properties).toEqual({ email: input.email, firstname: "Nova" });
    expect(await shop.run("upsert-contact", input)).toEqual({ ...made, wasCreated: false });
  });

  test("updates the contact that somebody else has made at the same moment", async () => {
    const taken = { category: "CONFLICT", message: "Contact already exists. Existing ID: 77" };
    const { call, requests } = scriptedCall([
      { status: 404, json: { category: "OBJECT_NOT_FOUND", message: "resource not found" } },
      { status: 409, json: taken },
      { status: 200, json: { id: "77", properties: {} } },
    ]);
    const result = await upsertContact.run(call, { email: "a@example.com", firstName: "Ana" });
    expect(result).toEqual({ contactId: "77", wasCreated: false });
    expect(requests.map(({ method, url }) => `${method} ${url}`)).toEqual([
      "GET https://api.hubapi.com/crm/objects/2026-09/contacts/a%40example.com",
      "POST https://api.hubapi.com/crm/objects/2026-09/contacts",
      "PATCH https://api.hubapi.com/crm/objects/2026-09/contacts/77",
    ]);
  });

  test.each([
    [{ name: "shoe_size", value: "42" }, "does not have the field “shoe_size”"],
    [{ name: "favourite_table", value: "roof" }, "one of the options"],
    [{ name: "createdate", value: "2026-01-01" }, "by itself"],
  ])("names the field that HubSpot does not take: %j", async (field, words) => {
    const input = { email: "ines.carvalho@example.com", furtherFields: [field] };
    await expect(shop.run("upsert-contact", input)).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining(words),
    });
  });

  test.each([
    ["a field that the form has", [{ name: "firstname", value: "Ana" }]],
    [
      "a field twice",
      [
        { name: "city", value: "Porto" },
        { name: "city", value: "Faro" },
      ],
    ],
    ["a label in place of a name", [{ name: "Favourite table", value: "window" }]],
  ])("does not take %s among the further ones", (_, furtherFields) => {
    expect(upsertContact.input.safeParse({ email: "a@example.com", furtherFields }).success).toBe(false);
  });
});
