import { env } from "#lib/env.ts";
import { toProviderError } from "#lib/integrations/calls/to-provider-error.ts";
import type { Exchange } from "#lib/sandbox/testing/serve-sandbox.ts";
import type { Provider } from "../contract/provider.ts";
import { type ProviderTest, startProviderTest } from "./provider-test.ts";
import { watchExchanges } from "./sandbox-server.ts";

/** No list of a fresh sandbox account has more pages of two. */
const mostPages = 40;

/**
 * Does everything that a provider's client can do, in fresh accounts of its sandbox.
 * @param further what its examples do not come to
 * @returns every exchange, those of inbound messages among them
 */
export async function callEverything(
  provider: Provider,
  further?: (scene: ProviderTest) => Promise<unknown>,
): Promise<Exchange[]> {
  const exchanges: Exchange[] = [];
  const stop = watchExchanges((exchange) => exchanges.push(exchange));
  const also = async () => new Response(null, { status: 200 });
  try {
    const scene = await startProviderTest(provider, { also });
    await callAll(provider, scene);
    await further?.(scene);
    await scene.stop();
    for (const fault of ["unauthorised", "forbidden", "rate_limited", "server_error"] as const) {
      const faulty = await startProviderTest(provider, { also });
      await faulty.fault(fault, { times: 20 });
      await orRefusal(provider, provider.identify(faulty.call()));
      const [resource] = Object.values(provider.resources);
      if (resource) await orRefusal(provider, resource.list(faulty.call(), { cursor: null, limit: 2 }));
      await faulty.stop();
    }
  } finally {
    stop();
  }
  return exchanges;
}

/**
 * Whose account it is, each list page by page and searched, each copy whole and since a time, each action twice under
 * one key, subscribing twice, each command at the provider's side, and unsubscribing.
 */
export async function callAll(provider: Provider, scene: ProviderTest): Promise<void> {
  await provider.identify(scene.call());
  await listAll(provider, scene);
  await copyAll(provider, scene);
  for (const [name, { example }] of Object.entries(provider.actions)) {
    const idempotencyKey = `call-everything-${name}`;
    await scene.run(name, example, { idempotencyKey });
    await scene.run(name, example, { idempotencyKey });
  }
  const { inbound } = provider;
  const address = `${env().APP_URL}/api/inbound/${provider.id}${inbound?.address === "app" ? "" : "/int_0123456789"}`;
  const asked = { url: address, secret: "a-secret-of-our-choice-0123456789" };
  await inbound?.subscribe?.(scene.call(), asked);
  await inbound?.subscribe?.(scene.call(), asked);
  const { commands } = await provider.sandbox();
  for (const [id, command] of Object.entries(commands))
    if (!endsAccess.test(id)) await command.run(scene.context);
  await inbound?.unsubscribe?.(scene.call(), { url: address });
}

/** By the names of commands: what comes after them would be refused. */
const endsAccess =
  /uninstall|revoke|take-permissions|end-sessions|deauthorize|delete-(?:keys|app|audience)|suspend|use-credits/;

async function listAll(provider: Provider, scene: ProviderTest): Promise<void> {
  for (const resource of Object.values(provider.resources)) {
    let cursor: string | null = null;
    for (let page = 0; page < mostPages; page += 1) {
      const { nextCursor } = await resource.list(scene.call(), { cursor, limit: 2 });
      cursor = nextCursor;
      if (cursor === null) break;
    }
    await resource.list(scene.call(), { cursor: null, limit: 50, search: "a" });
  }
}

async function copyAll(provider: Provider, scene: ProviderTest): Promise<void> {
  for (const source of Object.values(provider.sync)) {
    for (const since of [null, "2026-01-01T00:00:00.000Z"]) {
      let cursor: string | null = null;
      for (let page = 0; page < mostPages; page += 1) {
        ({ nextCursor: cursor } = await source.page(scene.call(), { cursor, since }));
        if (cursor === null) break;
      }
    }
  }
}

async function orRefusal(provider: Provider, asked: Promise<unknown>): Promise<void> {
  try {
    await asked;
  } catch (error) {
    if (!toProviderError(provider, error)) throw error;
  }
}
