import { afterEach, describe, expect, test } from "vitest";
import { toProviderError } from "#lib/integrations/calls/to-provider-error.ts";
import type { Call } from "../contract/call.ts";
import type { Provider } from "../contract/provider.ts";
import type { ProviderError } from "../contract/provider-error.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";

const idempotencyKey = "rights-0123456789-abcdefghij";
const url = "https://patchbay.example/api/inbound/rights";

type Use = { what: string; scopes: readonly string[]; run: (scene: ProviderTest) => Promise<unknown> };

const running: ProviderTest[] = [];

/**
 * Each action, list, copy and subscription works with exactly the permissions that it declares; where one of them is
 * missing and it comes to that, this very one is named. The sandbox checks permissions request by request.
 */
export function testRights(provider: Provider): void {
  afterEach(async () => {
    for (const scene of running.splice(0)) await scene.stop();
  });
  for (const use of listUses(provider)) testUse(provider, use);
}

function testUse(provider: Provider, { what, scopes, run }: Use): void {
  describe(`${provider.id}: ${what}`, () => {
    test("works with exactly the permissions that it declares", async () => {
      const scene = await open(provider, scopes);
      await run(scene);
    });

    test.skipIf(scopes.length === 0)("names the permission that is missing", async () => {
      const failures = await Promise.all(
        scopes.map((scope) => failureWithout(provider, { scopes, run }, scope)),
      );
      for (const [index, failure] of failures.entries()) {
        // What one permission is for may not come up, and some include others.
        if (!failure) continue;
        const scope = scopes[index];
        const hint = `${what} without ${scope}. Where ${provider.name} does not name the permission, the request does: \`needs\` in lib/providers/sendgrid/client.ts`;
        expect(failure, hint).toMatchObject({ kind: "scope_missing", missingScope: scope });
      }
      const hint = `${what} works without any of ${scopes.join(", ")}: does its route in the sandbox have its \`scope\`?`;
      expect(
        failures.some((failure) => failure !== null),
        hint,
      ).toBe(true);
    });
  });
}

/** Keys that people make have few combinations, so they lose one permission of all that there are. */
async function failureWithout(
  provider: Provider,
  { scopes, run }: Pick<Use, "scopes" | "run">,
  missing: string,
): Promise<ProviderError | null> {
  const { auth } = provider;
  const all = auth.kind === "oauth2" ? scopes : auth.scopes.map(({ id }) => id);
  const scene = await open(
    provider,
    all.filter((scope) => scope !== missing),
  );
  try {
    await run(scene);
    return null;
  } catch (error) {
    const failure = toProviderError(provider, error);
    if (failure) return failure;
    throw error;
  }
}

async function open(provider: Provider, scopes: readonly string[]): Promise<ProviderTest> {
  const scene = await startProviderTest(provider, { scopes });
  running.push(scene);
  return scene;
}

function listUses({ actions, resources, sync, inbound }: Provider): Use[] {
  const uses: Use[] = Object.entries(actions).map(([name, { scopes, example }]) => ({
    what: name,
    scopes,
    // Twice: the second time it looks for what was done before.
    run: async (scene) => {
      await scene.run(name, example, { idempotencyKey });
      await scene.run(name, example, { idempotencyKey });
    },
  }));
  const calls: { what: string; scopes: readonly string[]; run: (call: Call) => Promise<unknown> }[] = [
    ...Object.entries(resources).map(([name, { scopes, list }]) => ({
      what: `the list ${name}`,
      scopes,
      run: (call: Call) => list(call, { cursor: null, limit: 5, search: "a" }),
    })),
    ...Object.entries(sync).map(([kind, { scopes, page }]) => ({
      what: `the copy of each ${kind}`,
      scopes,
      run: (call: Call) => page(call, { cursor: null, since: null }),
    })),
  ];
  if (inbound?.subscribe) {
    const { subscribe, unsubscribe, scopes = [] } = inbound;
    const subscription = { url, secret: "rights-secret-0123456789" };
    const run = async (call: Call) => {
      await subscribe(call, subscription);
      await subscribe(call, subscription);
      await unsubscribe?.(call, subscription);
    };
    calls.push({ what: "the subscription", scopes, run });
  }
  return [
    ...uses,
    ...calls.map(({ run, ...use }) => ({ ...use, run: (scene: ProviderTest) => run(scene.call()) })),
  ];
}
