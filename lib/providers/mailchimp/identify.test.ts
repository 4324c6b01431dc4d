import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Call } from "../contract/call.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { identify } from "./identify.ts";
import { mailchimp } from "./provider.ts";

let shop: ProviderTest;
beforeAll(async () => {
  shop = await startProviderTest(mailchimp, { settings: {} });
});
afterAll(() => shop.stop());

/** A call to which the login host tells this. */
function withMetadata(json: unknown): Call {
  const call = shop.call();
  return {
    ...call,
    request: (request) =>
      request.url.endsWith("/metadata")
        ? Promise.resolve({ status: 200, headers: {}, text: JSON.stringify(json), json })
        : call.request(request),
  };
}

describe("an account", () => {
  test("is known by its id and name, and tells where it lives", async () => {
    expect(await identify(shop.call())).toEqual({
      id: shop.account.externalId,
      label: shop.account.label,
      settings: { dc: "us21" },
    });
  });

  test("that is not open to the token says so, though Mailchimp answers 200", async () => {
    const strange = shop.call({ credentials: { accessToken: "of-nobody" } });
    expect(
      (await strange.request({ method: "GET", url: "https://login.mailchimp.com/oauth2/metadata" })).status,
    ).toBe(200);
    await expect(identify(strange)).rejects.toMatchObject({ kind: "auth" });
  });

  test.each([
    ["a host of somebody else's", { dc: "us21", api_endpoint: "https://us21.api.mailchimp.example" }],
    ["another data centre", { dc: "us21", api_endpoint: "https://us22.api.mailchimp.com" }],
    ["no encryption", { dc: "us21", api_endpoint: "http://us21.api.mailchimp.com" }],
    ["no data centre", { dc: "evil.example/", api_endpoint: "https://us21.api.mailchimp.com" }],
    ["nothing", {}],
  ])("whose metadata names %s is not connected", async (_, metadata) => {
    await expect(identify(withMetadata(metadata))).rejects.toMatchObject({ kind: "unavailable" });
  });

  test("that has moved is found in its new place", async () => {
    const moved = withMetadata({ dc: "us21", api_endpoint: "https://us21.api.mailchimp.com" });
    expect(await identify({ ...moved, settings: { dc: "us3" } })).toMatchObject({ settings: { dc: "us21" } });
  });
});
