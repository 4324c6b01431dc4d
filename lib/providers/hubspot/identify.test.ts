import { describe, expect, test } from "vitest";
import { startProviderTest } from "#lib/providers/testing/provider-test.ts";
import { scriptedCall } from "../testing/scripted-call.ts";
import { identify } from "./identify.ts";
import { hubspot } from "./provider.ts";
import { listPipelines } from "./resources/pipelines.ts";

const active = { active: true, hub_id: 1_234_567, hub_domain: "sole.example", scopes: ["oauth"] };

describe("the account behind a token", () => {
  test("is the one of the sandbox, with what was granted", async () => {
    const shop = await startProviderTest(hubspot, { scopes: ["oauth", "crm.objects.deals.read"] });
    expect(await hubspot.identify(shop.call())).toEqual({
      id: shop.account.externalId,
      label: expect.stringMatching(/\.example$/),
      grantedScopes: ["oauth", "crm.objects.deals.read"],
    });
    await shop.context.revokeAll();
    await expect(hubspot.identify(shop.call())).rejects.toMatchObject({ kind: "auth" });
    await shop.stop();
  });

  test("is asked for in the body, at the date-versioned address, as our app", async () => {
    const { call, requests } = scriptedCall([{ status: 200, json: active }]);
    expect(await identify(call)).toEqual({ id: "1234567", label: "sole.example", grantedScopes: ["oauth"] });
    expect(requests).toEqual([
      {
        method: "POST",
        url: "https://api.hubapi.com/oauth/2026-09/token/introspect",
        form: {
          client_id: "client-id",
          client_secret: "client-secret",
          token: "access-token",
          token_type_hint: "access_token",
        },
      },
    ]);
  });

  test.each([
    ["says with HTTP 200 that it is not active", { status: 200, json: { active: false } }, "auth"],
    ["says that it is none", { status: 400, json: { error: "invalid_grant", message: "" } }, "auth"],
    ["refuses our app", { status: 400, json: { status: "BAD_CLIENT_SECRET", message: "" } }, "unavailable"],
    ["refuses our app with a 401", { status: 401, json: { message: "who?" } }, "unavailable"],
    ["says nothing of an account", { status: 200, json: { active: true } }, "unavailable"],
    ["is a page", { status: 502 }, "unavailable"],
  ])("is not known where the answer %s", async (_, reply, kind) => {
    await expect(identify(scriptedCall([reply]).call)).rejects.toMatchObject({ kind });
  });

  test("is not known where this installation has no app any more", async () => {
    const { call } = scriptedCall([]);
    await expect(identify({ ...call, app: null })).rejects.toMatchObject({ kind: "unavailable" });
  });
});

describe("a 401 that does not say what it is about", () => {
  const silent = {
    status: 401,
    json: { status: "error", message: "Any of the listed credentials are missing" },
  };

  test("is the end of the access only if HubSpot says so of the token", async () => {
    const ended = scriptedCall([silent, { status: 200, json: { active: false } }]);
    await expect(listPipelines(ended.call)).rejects.toMatchObject({ kind: "auth" });
    const alive = scriptedCall([silent, { status: 200, json: active }]);
    await expect(listPipelines(alive.call)).rejects.toMatchObject({ kind: "unavailable" });
    expect(alive.requests).toHaveLength(2);
  });

  test.each(["EXPIRED_AUTHENTICATION", "INVALID_AUTHENTICATION"])(
    "needs no asking where it is %s",
    async (category) => {
      const { call, requests } = scriptedCall([{ status: 401, json: { category, message: "no" } }]);
      await expect(listPipelines(call)).rejects.toMatchObject({ kind: "auth" });
      expect(requests).toHaveLength(1);
    },
  );

  test("is a missing permission where it says MISSING_SCOPES", async () => {
    const context = { requiredGranularScopes: ["crm.schemas.deals.read", "crm.objects.deals.read"] };
    const json = { category: "MISSING_SCOPES", message: "no", errors: [{ message: "", context }] };
    await expect(listPipelines(scriptedCall([{ status: 401, json }]).call)).rejects.toMatchObject({
      kind: "scope_missing",
      missingScope: "crm.objects.deals.read",
    });
  });
});

test("an answer that is not in HubSpot's form is told as such", async () => {
  const { call } = scriptedCall([{ status: 200, json: { results: "all of them" } }]);
  await expect(listPipelines(call)).rejects.toMatchObject({
    kind: "unavailable",
    detail: expect.stringContaining("/crm/pipelines/2026-09/deals"),
  });
});
