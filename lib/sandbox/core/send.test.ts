import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { createTestMerchant } from "#db/testing/merchant.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { listSandboxCalls } from "../list-sandbox-calls.ts";
import { serveSandbox } from "../testing/serve-sandbox.ts";
import { tinyProviders } from "../testing/tiny-providers.ts";
import { openAccounts } from "./accounts.ts";
import { sendFromSandbox } from "./send.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock(
  "#lib/providers/registry.ts",
  async () => (await import("../testing/tiny-providers.ts")).tinyRegister,
);

const [tiny] = tinyProviders;
let statuses: number[] = [];
const came: { url: string; body: string; signature: string | null }[] = [];
let server: Awaited<ReturnType<typeof serveSandbox>>;
beforeAll(async () => {
  server = await serveSandbox({
    providers: tinyProviders,
    also: async (request) => {
      came.push({
        url: request.url,
        body: await request.text(),
        signature: request.headers.get("x-signature"),
      });
      return new Response("noted", { status: statuses.shift() ?? 200 });
    },
  });
});
afterAll(() => server.close());
beforeEach(() => {
  statuses = [];
  came.length = 0;
});

const ours = () => `${env().APP_URL}/api/inbound/tiny?secret=1`;

async function send(url: string) {
  const ctx = await createTestMerchant();
  const place = { provider: tiny.id, sandbox: await tiny.sandbox(), merchantId: ctx.merchantId };
  const [account] = await openAccounts(place);
  if (!account) throw new Error("There is no account.");
  const message = { url, headers: { "x-signature": "abc" }, body: '{"a":1}' };
  return { ctx, answer: await sendFromSandbox(tiny.id, account, message) };
}

const listCalls = async (ctx: Ctx) => (await listSandboxCalls({ ctx, input: { provider: tiny.id } })).data;

test("a webhook reaches this installation with its headers and body, and is logged without its query", async () => {
  const { ctx, answer } = await send(ours());
  expect(answer).toEqual({ status: 200, text: "noted" });
  expect(came).toMatchObject([{ body: '{"a":1}', signature: "abc" }]);
  expect(await listCalls(ctx)).toMatchObject([
    { direction: "sent", method: "POST", url: `${env().APP_URL}/api/inbound/tiny`, status: 200 },
  ]);
});

test("a webhook is sent three times at most where we fail, and once where we refuse", async () => {
  statuses = [500, 503, 502];
  expect((await send(ours())).answer.status).toBe(502);
  expect(came).toHaveLength(3);
  statuses = [401];
  expect((await send(ours())).answer.status).toBe(401);
  expect(came).toHaveLength(4);
});

test.each([
  "http://169.254.169.254/latest/meta-data",
  "http://localhost:1/other-service",
  "https://example.com/hook",
])("a webhook to %s is not sent, and the log says that nobody answered", async (url) => {
  const { ctx, answer } = await send(url);
  expect(answer).toEqual({ status: null, text: "The sandbox sends to this installation only." });
  expect(came).toEqual([]);
  expect(await listCalls(ctx)).toMatchObject([{ direction: "sent", status: null }]);
});
