import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { mailchimp } from "../provider.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(mailchimp, { settings: { dc: "us21" } });
});
afterAll(() => shop.stop());

const tag = (input: object) => shop.run("tag-member", { audience: "6f1a9c04b2", ...input });

test("tags are added, taken off and made where they are new; the others stay", async () => {
  const { tags } = await tag({
    email: "marta.silva@example.com",
    add: ["Lunch club", "Terrace"],
    remove: ["New", "Never heard of"],
  });
  expect(z.array(z.string()).parse(tags).toSorted()).toEqual(["Lunch club", "Regulars", "Terrace"]);
});

test("someone who unsubscribed can be tagged, and stays unsubscribed", async () => {
  const email = "tomas.ferreira@example.com";
  expect(await tag({ email, add: ["Vegetarian"] })).toMatchObject({ tags: ["Vegetarian"] });
  const put = { audience: "6f1a9c04b2", email };
  expect(await shop.run("add-or-update-member", put)).toMatchObject({ status: "unsubscribed" });
});

test("someone who is not in the audience is named as that", async () => {
  await expect(tag({ email: "nobody@example.com", add: ["New"] })).rejects.toMatchObject({
    kind: "not_found",
    message: expect.stringContaining("contact"),
  });
});

test.each([
  ["no tag at all", {}],
  ["a tag both added and taken off", { add: ["New"], remove: ["New"] }],
  ["a tag without a name", { add: [" "] }],
])("%s is refused before Mailchimp is asked", (_, tags) => {
  const { input } = mailchimp.actions["tag-member"];
  const body = { audience: "6f1a9c04b2", email: "marta.silva@example.com", ...tags };
  expect(input.safeParse(body).success).toBe(false);
});
