import { describe, expect, test, vi } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { sandboxProviderEndpoints } from "#lib/api/sandbox-providers.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { handle } from "#lib/transport/handle.ts";
import { callRoute } from "#lib/transport/testing.ts";
import { recordCall } from "./core/calls.ts";
import { findCredential } from "./core/credentials.ts";
import { openStore } from "./core/store.ts";
import { addFault, clearFaults } from "./faults.ts";
import { getSandboxState } from "./get-sandbox-state.ts";
import { listSandboxCalls } from "./list-sandbox-calls.ts";
import { listSandboxObjects } from "./list-sandbox-objects.ts";
import { listSandboxProviders } from "./list-sandbox-providers.ts";
import { runSandboxCommand } from "./run-sandbox-command.ts";
import { openSandboxAccount, resetSandboxAccount, revokeSandboxAccess } from "./sandbox-accounts.ts";
import { sandboxStateDto } from "./schema.ts";

vi.mock("#lib/providers/manifests.ts", () => import("#lib/providers/registry.ts"));
vi.mock("#lib/providers/registry.ts", async () => (await import("./testing/tiny-providers.ts")).tinyRegister);

const provider = "tiny";
const getState = (ctx: Ctx) => getSandboxState({ ctx, input: { provider } });
const listCups = async (ctx: Ctx) =>
  (await listSandboxObjects({ ctx, input: { provider, kind: "cup" } })).data.map(({ id }) => id);

async function firstAccount(ctx: Ctx) {
  const [account] = (await getState(ctx)).accounts;
  if (!account) throw new Error("There is no account.");
  return account;
}

describe("the state of a sandbox", () => {
  test("has an account as soon as someone looks, once also for many who look at once", async () => {
    const ctx = await createTestMerchant();
    const looks = await Promise.all(Array.from({ length: 6 }, () => getState(ctx)));
    expect(new Set(looks.flatMap(({ accounts }) => accounts.map(({ id }) => id))).size).toBe(1);
    expect(sandboxStateDto.strict().parse(looks[0])).toMatchObject({
      id: provider,
      accounts: [{ label: expect.stringContaining("Test"), kinds: [{ kind: "cup", count: 1 }], access: 1 }],
      commands: [
        { id: "sell", title: "Sell the blue cup" },
        { id: "uninstall", title: "Uninstall the app" },
      ],
    });
  });

  test("shows the keys to type, which work, to those who may connect apps, and to nobody else", async () => {
    const ctx = await createTestMerchant();
    const { keys } = await getState(ctx);
    const found = await findCredential(provider, keys[0]?.fields.key ?? "");
    expect(found).toMatchObject({ kind: "key", isRevoked: false, grant: { scopes: ["read", "write"] } });
    const key = await createTestApiKey(ctx, ["read"]);
    const path = `/api/sandbox/providers/${provider}`;
    const call = { method: "GET", path, key, params: { provider } };
    const { json } = await callRoute(handle(sandboxProviderEndpoints.getSandboxState), call);
    expect(json).toMatchObject({ accounts: [{ label: expect.any(String) }], keys: [] });
  });

  test("is not there for an app without a sandbox", async () => {
    const ctx = await createTestMerchant();
    const state = getSandboxState({ ctx, input: { provider: "nowhere" } });
    await expect(state).rejects.toMatchObject({ status: 404 });
  });

  test("keeps what counters count to itself", async () => {
    const ctx = await createTestMerchant();
    const { id } = await firstAccount(ctx);
    const numbers = await Promise.all(Array.from({ length: 10 }, () => openStore(id).next("receipts")));
    expect(numbers.toSorted((one, other) => one - other)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect((await firstAccount(ctx)).kinds).toEqual([{ kind: "cup", count: 1 }]);
  });
});

describe("another merchant", () => {
  test("sees nothing of the accounts, objects, faults and calls, and changes none", async () => {
    const [ctx, stranger] = [await createTestMerchant(), await createTestMerchant()];
    const { id: account } = await firstAccount(ctx);
    await addFault({ ctx, input: { provider, kind: "server_error", times: 2 } });
    const call = {
      direction: "received",
      method: "GET",
      url: "https://tiny.example/cups",
      status: 200,
    } as const;
    await recordCall({ ...call, merchantId: ctx.merchantId, provider });

    const state = await getState(stranger);
    expect(state.faults).toEqual([]);
    expect(state.accounts.map(({ id }) => id)).not.toContain(account);
    const objects = await listSandboxObjects({ ctx: stranger, input: { provider, kind: "cup", account } });
    expect(objects.data).toEqual([]);
    expect((await listSandboxCalls({ ctx: stranger, input: { provider } })).data).toEqual([]);
    const own = (await listSandboxProviders({ ctx: stranger })).data.find(({ id }) => id === provider);
    expect(own).toMatchObject({ accounts: 1, faults: 0, lastCallAt: null });

    const input = { provider, account };
    const changes = await Promise.allSettled([
      runSandboxCommand({ ctx: stranger, input: { ...input, command: "sell" } }),
      revokeSandboxAccess({ ctx: stranger, input }),
      resetSandboxAccount({ ctx: stranger, input }),
    ]);
    const refused = { status: "rejected", reason: { status: 404 } };
    expect(changes).toMatchObject([refused, refused, refused]);
    expect(await clearFaults({ ctx: stranger, input: { provider } })).toEqual({ cleared: 0 });
    expect((await getState(ctx)).faults).toMatchObject([{ kind: "server_error", remaining: 2 }]);
  });
});

describe("faults by the API", () => {
  const path = `/api/sandbox/providers/${provider}/faults`;
  const call = { path, params: { provider } };

  test("are added, listed in order, and cleared", async () => {
    const ctx = await createTestMerchant();
    const key = await createTestApiKey(ctx, ["integrations:write"]);
    for (const kind of ["rate_limited", "lost"]) {
      const body = { kind, times: 3 };
      const added = await callRoute(handle(sandboxProviderEndpoints.addFault), {
        ...call,
        method: "POST",
        key,
        body,
      });
      expect(added).toMatchObject({ status: 201, json: { kind, remaining: 3, target: "api" } });
    }
    expect((await getState(ctx)).faults.map(({ kind }) => kind)).toEqual(["rate_limited", "lost"]);
    const cleared = await callRoute(handle(sandboxProviderEndpoints.clearFaults), {
      ...call,
      method: "DELETE",
      key,
    });
    expect(cleared.json).toEqual({ cleared: 2 });
    expect((await getState(ctx)).faults).toEqual([]);
  });

  test.each([
    [{ kind: "explode", times: 1 }, "kind"],
    [{ kind: "lost", times: 0 }, "times"],
    [{ kind: "lost", times: 1.5 }, "times"],
    [{ kind: "slow", times: 1, delayMs: 600_000 }, "delayMs"],
    [{ kind: "lost", times: 1, colour: "red" }, "colour"],
  ])("%j is refused with its path", async (body, errorPath) => {
    const key = await createTestApiKey(await createTestMerchant());
    const answer = await callRoute(handle(sandboxProviderEndpoints.addFault), {
      ...call,
      method: "POST",
      key,
      body,
    });
    expect(answer).toMatchObject({ status: 422, json: { errors: [{ path: errorPath }] } });
  });

  test("need the right to change integrations", async () => {
    const key = await createTestApiKey(await createTestMerchant(), ["read"]);
    const body = { kind: "lost", times: 1 };
    const answer = await callRoute(handle(sandboxProviderEndpoints.addFault), {
      ...call,
      method: "POST",
      key,
      body,
    });
    expect(answer.status).toBe(403);
  });
});

describe("an account", () => {
  test("changes by a command, and is as at first after a reset", async () => {
    const ctx = await createTestMerchant();
    const before = await firstAccount(ctx);
    const oldKey = (await getState(ctx)).keys[0]?.fields.key ?? "";
    const { message } = await runSandboxCommand({ ctx, input: { provider, command: "sell" } });
    expect(message).toBe("The blue cup is sold.");
    expect(await listCups(ctx)).toEqual([]);
    await resetSandboxAccount({ ctx, input: { provider, account: before.id } });
    expect(await listCups(ctx)).toEqual(["1"]);
    expect(await firstAccount(ctx)).toMatchObject({ externalId: before.externalId, label: before.label });
    expect((await getState(ctx)).keys[0]?.fields.key).not.toBe(oldKey);
    expect(await findCredential(provider, oldKey)).toBeNull();
  });

  test("keeps its place and its name among several when it is reset", async () => {
    const ctx = await createTestMerchant();
    await getState(ctx);
    await openSandboxAccount({ ctx, input: { provider } });
    const before = (await getState(ctx)).accounts;
    for (const { id } of before) await resetSandboxAccount({ ctx, input: { provider, account: id } });
    const names = (accounts: typeof before) => accounts.map(({ label, externalId }) => [label, externalId]);
    expect(names((await getState(ctx)).accounts)).toEqual(names(before));
  });

  test("has no command that nobody wrote", async () => {
    const ctx = await createTestMerchant();
    const run = runSandboxCommand({ ctx, input: { provider, command: "toString" } });
    await expect(run).rejects.toMatchObject({ status: 404 });
  });

  test("lets nobody in after its access was ended", async () => {
    const ctx = await createTestMerchant();
    const { id } = await firstAccount(ctx);
    await revokeSandboxAccess({ ctx, input: { provider, account: id } });
    expect(await getState(ctx)).toMatchObject({ accounts: [{ id, access: 0 }], keys: [] });
  });

  test("can be one of several, each with a name of its own, up to twenty", async () => {
    const ctx = await createTestMerchant();
    await getState(ctx);
    for (let number = 2; number <= 20; number += 1) await openSandboxAccount({ ctx, input: { provider } });
    const { accounts } = await getState(ctx);
    expect(new Set(accounts.map(({ externalId }) => externalId)).size).toBe(20);
    await expect(openSandboxAccount({ ctx, input: { provider } })).rejects.toMatchObject({ status: 409 });
  });
});

test("objects are paged newest first, each once", async () => {
  const ctx = await createTestMerchant();
  const { id } = await firstAccount(ctx);
  for (const cup of ["2", "3", "4"]) await openStore(id).put("cup", cup, { name: cup });
  const input = { provider, kind: "cup", limit: 3 };
  const first = await listSandboxObjects({ ctx, input });
  const rest = await listSandboxObjects({ ctx, input: { ...input, cursor: first.nextCursor ?? "" } });
  expect([...first.data, ...rest.data].map((object) => object.id)).toEqual(["4", "3", "2", "1"]);
  expect(rest.nextCursor).toBeNull();
});

test("the last 200 calls are kept and hardly more, without what stood in their query", async () => {
  const ctx = await createTestMerchant();
  for (let number = 1; number <= 260; number += 1) {
    await recordCall({
      merchantId: ctx.merchantId,
      provider,
      direction: "received",
      method: "GET",
      url: `https://tiny.example/cups/${number}?token=secret`,
      status: 200,
    });
  }
  const urls: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listSandboxCalls({ ctx, input: { provider, limit: 100, cursor } });
    urls.push(...page.data.map(({ url }) => url));
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  expect(urls.length).toBeGreaterThanOrEqual(200);
  expect(urls.length).toBeLessThan(220);
  expect(urls[0]).toBe("https://tiny.example/cups/260");
  expect(urls.join()).not.toContain("secret");
});
