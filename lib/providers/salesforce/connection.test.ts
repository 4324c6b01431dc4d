import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { type ProviderTest, startProviderTest } from "#lib/providers/testing/provider-test.ts";
import type { Call } from "../contract/call.ts";
import { ask as askSalesforce } from "./client.ts";
import { salesforce } from "./provider.ts";

let org: ProviderTest;
beforeEach(async () => {
  org = await startProviderTest(salesforce);
});
afterEach(() => org.stop());

/** A call that is answered here. */
function answering(respond: () => Response | Promise<Response>) {
  const requests: Request[] = [];
  const call: Call = {
    ...org.call(),
    fetch: async (input, init) => {
      requests.push(new Request(input, init));
      return respond();
    },
  };
  const ask = (path: string) => askSalesforce(call, { method: "GET", path }, z.looseObject({}));
  return { call, requests, ask };
}

describe("what jsforce sends", () => {
  test("goes through the call's own fetch, to the org's real address, with its token", async () => {
    const { requests, ask } = answering(() => Response.json({ ok: true }));
    expect(await ask("/limits")).toEqual({ ok: true });
    expect(requests.map(({ url }) => url)).toEqual([
      `https://${org.account.externalId}/services/data/v67.0/limits`,
    ]);
    expect(requests[0]?.headers.get("authorization")).toBe(`Bearer ${org.credentials.accessToken}`);
  });

  test.each([429, 500, 503])("is not repeated by jsforce when it is answered with %d", async (status) => {
    const { requests, ask } = answering(() => new Response("", { status }));
    await expect(ask("/limits")).rejects.toMatchObject({ name: "ProviderError" });
    expect(requests).toHaveLength(1);
  });

  test("does not follow where Salesforce has moved to", async () => {
    const headers = { location: "https://evil.com/" };
    const { requests, ask } = answering(() => new Response("", { status: 302, headers }));
    await expect(ask("/limits")).rejects.toMatchObject({ kind: "auth" });
    expect(requests).toHaveLength(1);
  });

  test("asks for no new token when the one shown has ended", async () => {
    const body = [{ errorCode: "INVALID_SESSION_ID", message: "Session expired or invalid" }];
    const { requests, ask } = answering(() => Response.json(body, { status: 401 }));
    await expect(ask("/limits")).rejects.toMatchObject({ kind: "auth" });
    expect(requests).toHaveLength(1);
  });

  test.each(["", "<html>", "null", "[1]", '{"records": 1}'])(
    "cannot be understood when %j comes back",
    async (text) => {
      const headers = { "content-type": "application/json" };
      const { call } = answering(() => new Response(text, { headers }));
      await expect(salesforce.identify(call)).rejects.toMatchObject({ kind: "unavailable" });
    },
  );

  test("of two merchants keeps their orgs and tokens apart", async () => {
    const other = await startProviderTest(salesforce);
    const accounts = await Promise.all(
      [org, other, org, other].map((one) => salesforce.identify(one.call())),
    );
    await other.stop();
    const labels = accounts.map(({ label }) => label);
    expect(labels).toEqual([org, other, org, other].map(({ account }) => account.label));
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(2);
  });
});

describe("whose account it is", () => {
  test("is told by the org's id and name", async () => {
    expect(await salesforce.identify(org.call())).toEqual({
      id: expect.stringMatching(/^00D[A-Za-z0-9]{15}$/),
      label: org.account.label,
    });
  });

  test("must be the org of the token answer, in 15 characters or in 18", async () => {
    const { id } = await salesforce.identify(org.call());
    const withOrg = (organizationId: string) => org.call({ settings: { ...org.settings, organizationId } });
    expect(await salesforce.identify(withOrg(id.slice(0, 15)))).toMatchObject({ id });
    await expect(salesforce.identify(withOrg("00Dx0000000BV7zEAG"))).rejects.toMatchObject({ kind: "auth" });
  });
});
