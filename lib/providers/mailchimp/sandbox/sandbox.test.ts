import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { ProviderReply, ProviderRequest } from "#lib/providers/contract/call.ts";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { mailchimp } from "../provider.ts";
import { settableStatuses, toMd5 } from "./documents.ts";

let shop: ProviderTest;
beforeEach(async () => {
  shop = await startProviderTest(mailchimp, { settings: { dc: "us21" } });
});
afterEach(() => shop.stop());

function ask(method: ProviderRequest["method"], path: string, json?: unknown): Promise<ProviderReply> {
  return shop.call().request({ method, url: `https://us21.api.mailchimp.com/3.0${path}`, json });
}

const memberPath = (email: string) => `/lists/6f1a9c04b2/members/${toMd5(email)}`;

describe("Mailchimp as it plays itself", () => {
  test("answers in the account's data centre only", async () => {
    const reply = await shop
      .call()
      .request({ method: "GET", url: "https://us3.api.mailchimp.com/3.0/lists" });
    expect(reply).toMatchObject({ status: 401, json: { title: "API Key Invalid" } });
    expect(reply.headers["content-type"]).toContain("application/problem+json");
  });

  test("hands out what was asked for, ten at a time unless told otherwise", async () => {
    const reply = await ask("GET", "/lists?fields=lists.id,lists.stats.member_count&count=1&offset=1");
    expect(reply.json).toEqual({ lists: [{ id: "c83d5e7f10", stats: { member_count: 2 } }] });
    expect((await ask("GET", "/lists?count=1001")).status).toBe(400);
  });

  test("knows a contact by the MD5 of the address, and by the address", async () => {
    const path = "/lists/6f1a9c04b2/members";
    const byHash = await ask("GET", memberPath("Marta.Silva@example.com"));
    const byAddress = await ask("GET", `${path}/marta.silva@example.com`);
    expect(byHash.json).toMatchObject({ status: "subscribed", full_name: "Marta Silva" });
    expect(byAddress.json).toEqual(byHash.json);
  });

  test.each([
    ["tomas.ferreira@example.com", { status: "subscribed" }, "Member In Compliance State"],
    ["diogo.ramos@example.com", { status_if_new: "subscribed" }, "Forgotten Email Not Subscribed"],
    ["new@example.com", {}, "Invalid Resource"],
    ["new@example.com", { status_if_new: "friend" }, "Invalid Resource"],
    ["new@example.com", { status_if_new: "pending", nickname: "N" }, "Invalid Resource"],
  ])("refuses to write %s with %j: %s", async (email, body, title) => {
    const reply = await ask("PUT", memberPath(email), { email_address: email, ...body });
    expect(reply).toMatchObject({ status: 400, json: { title, status: 400 } });
  });

  test("lets someone who unsubscribed be asked again, which our client never does", async () => {
    const email = "tomas.ferreira@example.com";
    const reply = await ask("PUT", memberPath(email), {
      email_address: email,
      status: "pending",
      status_if_new: "pending",
    });
    expect(reply).toMatchObject({ status: 200, json: { status: "pending" } });
  });

  test("sends a campaign once", async () => {
    const path = "/campaigns/42c1ab09de/actions/send";
    expect((await ask("POST", path)).status).toBe(204);
    expect(await ask("POST", path)).toMatchObject({
      status: 400,
      json: { detail: "Your Campaign is not ready to send." },
    });
  });

  test.each([
    ["an audience that is not there", { recipients: { list_id: "0000000000" } }],
    ["a template that is not there", { settings: { template_id: 1 } }],
    ["a template of the other editor", { settings: { template_id: 10_013_522 } }],
    ["a subject that is too long", { settings: { subject_line: "x".repeat(151) } }],
    ["no type", { type: undefined }],
  ])("makes no campaign for %s", async (_, body) => {
    const reply = await ask("POST", "/campaigns", { type: "regular", ...body });
    expect(reply).toMatchObject({ status: 400, json: { title: "Invalid Resource" } });
  });

  test.each([
    [
      "PUT",
      memberPath("new@example.com"),
      [],
      { field: "", message: "Schema describes object, array found instead" },
    ],
    [
      "PUT",
      memberPath("new@example.com"),
      { email_address: null, status_if_new: "pending" },
      { field: "email_address", message: "Schema describes string, NULL found instead" },
    ],
    [
      "PUT",
      memberPath("new@example.com"),
      { status_if_new: "pending" },
      { field: "", message: "Required fields were not provided: email_address" },
    ],
    [
      "PUT",
      memberPath("new@example.com"),
      { email_address: "new@example.com", status_if_new: "pending", merge_fields: { FNAME: null } },
      {
        field: "merge_fields.FNAME",
        message: "Data did not match any of the schemas described in anyOf.",
      },
    ],
    [
      "PUT",
      memberPath("new@example.com"),
      { email_address: "new@example.com", status_if_new: "archived" },
      {
        field: "status_if_new",
        message: `Data presented is not one of the accepted values: ${settableStatuses.join(", ")}.`,
      },
    ],
    [
      "POST",
      "/campaigns",
      { type: "letter" },
      {
        field: "type",
        message:
          "Data presented is not one of the accepted values: regular, plaintext, absplit, rss, variate.",
      },
    ],
    [
      "POST",
      "/campaigns",
      { type: 1 },
      { field: "type", message: "Schema describes string, integer found instead" },
    ],
    ["POST", "/campaigns", {}, { field: "", message: "Required fields were not provided: type" }],
    [
      "POST",
      "/campaigns",
      { type: "regular", settings: { auto_footer: "yes" } },
      { field: "settings.auto_footer", message: "Schema describes boolean, string found instead" },
    ],
    [
      "POST",
      `${memberPath("marta.silva@example.com")}/tags`,
      { tags: [{ name: "New" }] },
      { field: "tags.0", message: "Required fields were not provided: status" },
    ],
    [
      "POST",
      "/lists/6f1a9c04b2/webhooks",
      { url: "https://shop.example/hook", events: {}, sources: { user: 1 } },
      { field: "sources.user", message: "Schema describes boolean, integer found instead" },
    ],
  ] as const)("refuses %s %s with %j in Mailchimp's words", async (method, path, body, error) => {
    expect(await ask(method, path, body)).toMatchObject({
      status: 400,
      json: { title: "Invalid Resource", status: 400, errors: [error], instance: expect.any(String) },
    });
  });

  test("keeps one webhook for an address, whatever its query is", async () => {
    const path = "/lists/6f1a9c04b2/webhooks";
    const webhook = (url: string) => ({ url, events: { cleaned: true }, sources: { user: true } });
    expect((await ask("POST", path, webhook("https://shop.example/hook?key=1"))).status).toBe(200);
    expect((await ask("POST", path, webhook("https://shop.example/hook?key=2"))).status).toBe(400);
    expect((await ask("POST", path, webhook("no address"))).status).toBe(400);
  });

  test("does not know what is not there", async () => {
    for (const path of [
      "/lists/0000000000",
      "/templates/1",
      "/campaigns/0",
      "/nothing",
      memberPath("no@example.com"),
    ]) {
      expect(await ask("GET", path)).toMatchObject({ status: 404, json: { title: "Resource Not Found" } });
    }
  });
});
