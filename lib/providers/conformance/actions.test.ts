import { afterEach, describe, expect, test } from "vitest";
import type { Action } from "../action.ts";
import type { Provider } from "../contract.ts";
import { ProviderError } from "../provider-error.ts";
import { providers } from "../registry.ts";
import { type ProviderTest, type ProviderTestOptions, startProviderTest } from "../testing/provider-test.ts";
import { contentOf, countsOf } from "../testing/sandbox-content.ts";
import { keepAnswers, loseAnswer } from "../testing/sandbox-server.ts";

/** Short, so that a provider that is slow is found out soon; long enough for this machine under load. */
const timeoutMs = 2_000;

const running: ProviderTest[] = [];
afterEach(async () => {
  for (const scene of running.splice(0)) await scene.stop();
});

async function open(provider: Provider, options: ProviderTestOptions = {}): Promise<ProviderTest> {
  const scene = await startProviderTest(provider, options);
  running.push(scene);
  return scene;
}

const cases = providers.flatMap((provider) =>
  Object.entries(provider.actions).map(
    ([name, action]) => [`${provider.id} ${name}`, provider, name, action] as const,
  ),
);
const writes = cases.filter(([, , , { effect }]) => effect === "write");

/** What a failure is called when the provider answers so; nothing else is known of the call. */
const faults = [
  ["unauthorised", ["auth"]],
  // For some providers a file out of reach is one that is not there.
  ["forbidden", ["scope_missing", "auth", "account_closed", "not_found"]],
  ["rate_limited", ["rate_limited"]],
  ["server_error", ["unavailable"]],
  ["malformed", ["unavailable"]],
] as const;

describe.each(cases)("%s", (_, provider, name, action) => {
  test("does what its example says, in a fresh account", async () => {
    const scene = await open(provider);
    const output = await scene.run(name, action.example);
    expect(action.output.safeParse(output).error).toBeUndefined();
  });

  test.each(faults)(
    "when the provider answers %s, says so in words and without a secret",
    async (fault, kinds) => {
      const scene = await open(provider);
      await scene.fault(fault, { times: 20, retryAfterSeconds: 17 });
      const error = await failureOf(scene, name, action);
      expect(kinds).toContain(error.kind);
      if (fault === "rate_limited") expect(error.retryAfterMs).toBe(17_000);
      expect(error.message).toMatch(/^[A-Z].*[.!]$/s);
      const told = `${error.message} ${error.detail ?? ""}`;
      for (const secret of Object.values(scene.credentials)) expect(told).not.toContain(secret);
    },
  );

  test("when the provider is slow, gives up in time", async () => {
    const scene = await open(provider, { timeoutMs: 300 });
    await scene.fault("slow", { times: 20, delayMs: 3_000 });
    expect((await failureOf(scene, name, action)).kind).toBe("timeout");
  });

  test("without the permission that it needs, says that", async () => {
    if (action.scopes.length === 0 || provider.auth.kind !== "oauth2") return;
    // None at all: at some providers one permission includes another.
    const scene = await open(provider, { scopes: [] });
    expect((await failureOf(scene, name, action)).kind).toBe("scope_missing");
  });
});

describe.each(writes)("%s happens once", (_, provider, name, action) => {
  test("when it is run twice under one key", async () => {
    const scene = await open(provider, { timeoutMs });
    const idempotencyKey = "conformance-0123456789-abcdefghij";
    const first = await scene.run(name, action.example, { idempotencyKey });
    const after = await contentOf(scene);
    const second = await scene.run(name, action.example, { idempotencyKey });
    expect(await contentOf(scene)).toEqual(after);
    expect(Object.keys(second).toSorted()).toEqual(Object.keys(first).toSorted());
  });

  test("when any one answer is lost after the provider has acted", async () => {
    const undisturbed = await open(provider, { timeoutMs });
    const idempotencyKey = "conformance-0123456789-abcdefghij";
    await undisturbed.run(name, action.example, { idempotencyKey });
    const expected = await countsOf(undisturbed);
    // One call after the other loses its answer, until the action gets through without meeting the fault.
    for (let lost = 0; lost < 8; lost += 1) {
      const scene = await open(provider, { timeoutMs });
      const isMet = await isLossMet(scene, name, action, idempotencyKey, lost);
      if (isMet) await scene.run(name, action.example, { idempotencyKey });
      expect(await countsOf(scene), `answer ${lost + 1} lost`).toEqual(expected);
      if (!isMet) return;
    }
    throw new Error("It makes more than eight requests; the loop ends too early to have tried them all.");
  });
});

/** Runs an action whose request number `index` loses its answer. @returns false where it makes fewer requests */
async function isLossMet(
  scene: ProviderTest,
  name: string,
  action: Action,
  idempotencyKey: string,
  index: number,
): Promise<boolean> {
  loseAnswer(index);
  try {
    await scene.run(name, action.example, { idempotencyKey });
  } catch (error) {
    if (!(error instanceof ProviderError) || !["unavailable", "timeout"].includes(error.kind)) throw error;
  }
  return !keepAnswers();
}

async function failureOf(scene: ProviderTest, name: string, action: Action): Promise<ProviderError> {
  try {
    await scene.run(name, action.example);
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
  throw new Error(`${name} worked all the same.`);
}
