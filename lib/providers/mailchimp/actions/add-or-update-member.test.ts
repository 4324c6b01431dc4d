import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import type { Call } from "#lib/providers/contract/call.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { readContent } from "#lib/providers/testing/sandbox-content.ts";
import { mailchimp } from "../provider.ts";

const guests = "6f1a9c04b2";
const wine = "c83d5e7f10";
const memberSchema = z.looseObject({
  list_id: z.string(),
  id: z.string(),
  email_address: z.string(),
  status: z.string(),
  merge_fields: z.record(z.string(), z.string()),
  tags: z.array(z.number()),
});

let shop: ProviderTest;
beforeEach(async () => {
  shop = await startProviderTest(mailchimp, { settings: { dc: "us21" } });
});
afterEach(() => shop.stop());

const put = (input: object) => shop.run("add-or-update-member", { audience: guests, ...input });

async function membersBy(email: string) {
  const members = await shop.context.store.list("member", memberSchema);
  return members.map(({ data }) => data).filter((one) => one.email_address.toLowerCase() === email);
}

describe("someone new", () => {
  const email = "leonor.dias@example.com";

  test("is asked to confirm, unless the shop says that they agreed", async () => {
    expect(await put({ email })).toMatchObject({ outcome: "added", status: "pending" });
    const agreed = { email: "vasco.reis@example.com", newContacts: "subscribed" };
    expect(await put(agreed)).toMatchObject({ outcome: "added", status: "subscribed" });
  });

  test("who is asked to confirm stays asked, whatever is ordered next", async () => {
    await put({ email });
    const again = await put({ email, newContacts: "subscribed", firstName: "Leonor" });
    expect(again).toMatchObject({ outcome: "updated", status: "pending" });
  });

  test("is addressed by the MD5 of the address in small letters, and so is one contact", async () => {
    const first = await put({ email, firstName: "Leonor" });
    // md5("leonor.dias@example.com")
    expect(first.contactId).toBe("6e450a6402253d13578630c4120c7eda");
    expect(await put({ email: "Leonor.Dias@Example.com" })).toMatchObject({
      contactId: first.contactId,
      outcome: "updated",
    });
    expect(await membersBy(email)).toHaveLength(1);
  });

  test("gets the names and the tags that are given", async () => {
    await put({ email, firstName: "Leonor", lastName: "Dias", tags: ["Regulars", "Terrace"] });
    expect(await membersBy(email)).toMatchObject([
      { merge_fields: { FNAME: "Leonor", LNAME: "Dias" }, tags: [expect.any(Number), expect.any(Number)] },
    ]);
  });
});

describe("someone who left", () => {
  test.each([
    ["tomas.ferreira@example.com", "unsubscribed"],
    ["nuno.gomes@example.com", "cleaned"],
    ["carla.sousa@example.com", "archived"],
    ["diogo.ramos@example.com", "deleted"],
  ])("(%s, %s) is left alone, and nothing of theirs is changed", async (email, status) => {
    const before = await readContent(shop);
    const output = await put({ email, firstName: "Changed", newContacts: "subscribed", tags: ["New"] });
    expect(output).toMatchObject({ outcome: "left_alone", status, note: expect.stringMatching(/\.$/) });
    expect(await readContent(shop)).toEqual(before);
  });

  test("between the look and the write stays unsubscribed", async () => {
    const email = "marta.silva@example.com";
    const call = shop.call();
    const racing: Call = {
      ...call,
      request: async (request) => {
        if (request.method === "PUT") await leave(email);
        return call.request(request);
      },
    };
    const { actions } = mailchimp;
    const input = { audience: guests, email, newContacts: "subscribed", tags: ["Lunch club"] };
    const output = await actions["add-or-update-member"].run(racing, input);
    expect(output).toMatchObject({ outcome: "left_alone", status: "unsubscribed" });
    const [member] = (await membersBy(email)).filter(({ list_id }) => list_id === guests);
    expect(member).toMatchObject({ status: "unsubscribed" });
  });

  async function leave(email: string) {
    const members = await shop.context.store.list("member", memberSchema);
    const found = members.find(({ data }) => data.list_id === guests && data.email_address === email);
    if (found) await shop.context.store.put("member", found.id, { ...found.data, status: "unsubscribed" });
  }
});

describe("someone who is there", () => {
  test("keeps what is not given, and what is given empty", async () => {
    await put({ email: "rui.almeida@example.com", firstName: "", lastName: "Almeida Neto" });
    const [member] = (await membersBy("rui.almeida@example.com")).filter(({ list_id }) => list_id === guests);
    expect(member?.merge_fields).toMatchObject({ FNAME: "Rui", LNAME: "Almeida Neto" });
  });

  test("but never agreed to campaigns is not subscribed by an order", async () => {
    const output = await put({ email: "pedro.rocha@example.com", newContacts: "subscribed" });
    expect(output).toMatchObject({ outcome: "updated", status: "transactional" });
  });
});

describe("what Mailchimp does not take", () => {
  test("is named: a field that the audience needs", async () => {
    const email = "leonor.dias@example.com";
    await expect(put({ audience: wine, email })).rejects.toMatchObject({
      kind: "invalid_input",
      message: expect.stringContaining("PHONE"),
    });
    const mergeFields = [{ tag: "PHONE", value: "+351 912 000 200" }];
    expect(await put({ audience: wine, email, mergeFields })).toMatchObject({ outcome: "added" });
  });

  test("is named: an audience that is gone", async () => {
    await expect(put({ audience: "0000000000", email: "a.b@example.com" })).rejects.toMatchObject({
      kind: "not_found",
      message: expect.stringContaining("audience"),
    });
  });
});
