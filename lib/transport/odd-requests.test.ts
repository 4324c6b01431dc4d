import { createRequire } from "node:module";
import { NextRequest } from "next/server";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import * as auth from "#app/api/auth/[...nextauth]/route.ts";
import * as inngest from "#app/api/inngest/route.ts";
import * as sandboxInbox from "#app/sandbox/inbox/route.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import {
  fromElsewhere,
  oddBodies,
  oddHeaders,
  oddQueries,
  oddTexts,
  withinPatience,
} from "#lib/api/testing/odd-input.ts";
import { connectWithKeys } from "#lib/integrations/connect/connect-with-keys.ts";
import { loadProviders } from "#lib/providers/registry.ts";
import { holdSandboxServer } from "#lib/providers/testing/sandbox-server.ts";
import { woocommerce } from "#lib/providers/woocommerce/provider.ts";
import { getSandboxState } from "#lib/sandbox/get-sandbox-state.ts";
import { createInbox } from "#lib/test-inboxes/inboxes.ts";
import { callbackRoute, grantRoute, installRoute } from "../integrations/connect/connect-routes.ts";
import { inboundRoute } from "../integrations/inbound/inbound-route.ts";

const providers = await loadProviders();

let release: () => Promise<void>;
beforeAll(async () => {
  release = await holdSandboxServer(woocommerce);
});
afterAll(() => release());

type Odd = { method?: string; query?: string; raw?: string; headers?: Record<string, string> };
type Ask = (request: NextRequest) => Promise<Response>;

const origin = "http://localhost:3000";
const timeoutMs = 120_000;

const gets: readonly Odd[] = [
  ...oddQueries.map((query) => ({ query })),
  ...oddHeaders.map((headers) => ({ headers })),
];
const posts: readonly Odd[] = [
  ...oddBodies.map((raw) => ({ method: "POST", raw })),
  ...oddBodies.map((raw) => ({
    method: "POST",
    raw,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  })),
  ...oddQueries.map((query) => ({ method: "POST", query, raw: "{}" })),
  ...oddHeaders.map((headers) => ({ method: "POST", headers, raw: "{}" })),
];

/** Where the address itself is at fault, a few are enough. */
const few: readonly Odd[] = [{}, { query: "?%ff=%00" }, { method: "POST", raw: "{" }];

/** Every fourth, another one at each turn: a few addresses of a kind get all. */
function inTurn(odd: readonly Odd[], turn: number): Odd[] {
  return odd.filter((_, index) => index % 4 === turn % 4);
}

/** @returns which of the odd requests broke the route, or hang */
async function findFaults(ask: Ask, path: string, odd: readonly Odd[], headers: Record<string, string> = {}) {
  const faults: string[] = [];
  for (const one of odd) {
    const request = new NextRequest(`${origin}${path}${one.query ?? ""}`, {
      method: one.method ?? "GET",
      headers: { "content-type": "application/json", ...fromElsewhere(), ...headers, ...one.headers },
      ...(one.raw === undefined ? {} : { body: one.raw }),
    });
    const answer = await withinPatience(ask(request).catch((error: unknown) => String(error)));
    if (typeof answer !== "string" && answer.status < 500 && answer.status !== 429) continue;
    const said = typeof answer === "string" ? answer : `${answer.status} ${await answer.text()}`;
    faults.push(`${path} ${JSON.stringify(one).slice(0, 300)} → ${said.slice(0, 500)}`);
  }
  return faults;
}

async function connectedShop() {
  const ctx = await createTestMerchant();
  const { keys } = await getSandboxState({ ctx, input: { provider: woocommerce.id } });
  const credentials = keys[0]?.fields ?? {};
  const { id } = await connectWithKeys({ ctx, input: { provider: woocommerce.id, credentials } });
  return { ctx, id };
}

test(
  "odd messages to inbound addresses of every app, and to those that are none, are refused",
  async () => {
    const { id } = await connectedShop();
    const places = [
      { provider: woocommerce.id, integrationId: id },
      ...providers.map((provider) => ({ provider: provider.id })),
    ];
    const nowhere = [
      ...providers.map((provider) => ({ provider: provider.id, integrationId: id })),
      ...oddTexts.map((provider) => ({ provider })),
      ...oddTexts.map((integrationId) => ({ provider: woocommerce.id, integrationId })),
    ];
    for (const [turn, place] of [...places, ...nowhere].entries()) {
      const ask: Ask = (request) => inboundRoute(request, { params: Promise.resolve(place) });
      const odd = turn < places.length ? inTurn([...posts, ...gets], turn) : few;
      expect(await findFaults(ask, "/api/inbound/x", odd)).toEqual([]);
    }
  },
  timeoutMs,
);

test.each([
  ["install", installRoute, gets],
  ["callback", callbackRoute, gets],
  ["grant", grantRoute, posts],
])(
  "odd requests to %s are the caller's mistake",
  async (_, route, odd) => {
    const authorization = `Bearer ${await createTestApiKey(await createTestMerchant())}`;
    for (const [turn, provider] of [...providers.map(({ id }) => id), ...oddTexts].entries()) {
      const ask: Ask = (request) => route(request, { params: Promise.resolve({ provider }) });
      const named = (turn < providers.length ? inTurn(odd, turn) : few).map((one) => ({
        ...one,
        headers: { authorization, ...one.headers },
      }));
      expect(await findFaults(ask, "/api/oauth/x", named)).toEqual([]);
    }
  },
  timeoutMs,
);

/** What next-auth asks Next for, whose own server is not here. */
function answerFor(request: NextRequest) {
  const next = createRequire(import.meta.url)("next/headers");
  vi.spyOn(next, "cookies").mockResolvedValue(request.cookies);
  vi.spyOn(next, "headers").mockResolvedValue(request.headers);
  return request;
}

const authActions = [
  "signin",
  "signout",
  "callback",
  "session",
  "csrf",
  "providers",
  "error",
  "verify-request",
  "_log",
];

test.each([...authActions, ...oddTexts.slice(1, 9)].map((action, turn) => [action, turn] as const))(
  "odd requests to the sign-in address %j are the caller's mistake",
  async (action, turn) => {
    for (const [at, nextauth] of [[action, "credentials"], [action], [action, "constructor"]].entries()) {
      const context = { params: Promise.resolve({ nextauth }) };
      const path = `/api/auth/${nextauth.map((part) => encodeURIComponent(part.toWellFormed())).join("/")}`;
      expect(
        await findFaults((request) => auth.GET(answerFor(request), context), path, inTurn(gets, at + turn)),
      ).toEqual([]);
      expect(
        await findFaults((request) => auth.POST(answerFor(request), context), path, inTurn(posts, at + turn)),
      ).toEqual([]);
    }
  },
  timeoutMs,
);

test(
  "odd calls of the functions' address are refused, signed wrongly or not at all",
  async () => {
    const path = "/api/inngest";
    const signatures: Record<string, string>[] = [{}, { "x-inngest-signature": "t=1&s=00" }];
    for (const signature of signatures) {
      const signed = (odd: Odd) => ({ ...odd, headers: { ...signature, ...odd.headers } });
      const calls = posts
        .flatMap((odd) => [odd, { ...odd, query: "?fnId=patchbay-tick&stepId=step" }])
        .map(signed);
      const syncs = posts.map((odd) => ({ ...odd, method: "PUT" })).map(signed);
      expect(await findFaults((request) => inngest.GET(request, {}), path, gets.map(signed))).toEqual([]);
      expect(await findFaults((request) => inngest.POST(request, {}), path, calls)).toEqual([]);
      const inBand = { "x-inngest-sync-kind": "in_band" };
      expect(await findFaults((request) => inngest.PUT(request, {}), path, syncs, inBand)).toEqual([]);
    }
  },
  timeoutMs,
);

test("of bodies for signing in, 64 KiB are read, and of unsigned calls of functions nothing", async () => {
  const headers = { "content-type": "application/json" };
  const large = JSON.stringify({ csrfToken: "a".repeat(70_000) });
  const signOut = new NextRequest(`${origin}/api/auth/signout`, { method: "POST", headers, body: large });
  const context = { params: Promise.resolve({ nextauth: ["signout"] }) };
  expect((await auth.POST(answerFor(signOut), context)).status).toBe(413);
  const unsigned = new NextRequest(`${origin}/api/inngest`, { method: "POST", headers, body: large });
  expect((await inngest.POST(unsigned, {})).status).toBe(401);
  expect(unsigned.bodyUsed).toBe(false);
});

test(
  "a test inbox takes whatever it is sent",
  async () => {
    const inbox = await createInbox({ ctx: await createTestMerchant(), input: { name: "Till" } });
    for (const id of [inbox.id, ...oddTexts]) {
      const path = `/sandbox/inbox/${encodeURIComponent(id.toWellFormed())}`;
      expect(await findFaults(sandboxInbox.POST, path, posts)).toEqual([]);
    }
  },
  timeoutMs,
);
