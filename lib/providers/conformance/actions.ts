import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { clearFaults } from "#lib/sandbox/faults.ts";
import type { Action } from "../contract/action.ts";
import type { Provider } from "../contract/provider.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { type ProviderTest, type ProviderTestOptions, startProviderTest } from "../testing/provider-test.ts";
import { countContent, readContent } from "../testing/sandbox-content.ts";
import { keepAnswers, loseAnswer } from "../testing/sandbox-server.ts";

const running: ProviderTest[] = [];

async function open(provider: Provider, options: ProviderTestOptions = {}): Promise<ProviderTest> {
  const scene = await startProviderTest(provider, options);
  running.push(scene);
  return scene;
}

/** What a failure is called when the provider answers so; nothing else is known of the call. */
const faults = [
  ["unauthorised", "auth"],
  ["rate_limited", "rate_limited"],
  ["server_error", "unavailable"],
  ["malformed", "unavailable"],
] as const;

/** What a plain "forbidden" means: at some providers what is out of reach is simply not there. */
export type MeaningOfForbidden = "scope_missing" | "not_found";

/** Each action under each fault, and each write twice and with every answer lost in turn. */
export function testActions(provider: Provider, forbidden: MeaningOfForbidden): void {
  afterEach(async () => {
    for (const scene of running.splice(0)) await scene.stop();
  });
  for (const [name, action] of Object.entries(provider.actions)) {
    testAction(provider, name, action, forbidden);
    if (action.movesMoney) testMoney(provider, name, action);
    if (action.idempotency === "at_most_once") testOnce(provider, name, action);
    else if (action.effect === "write") testWrite(provider, name, action);
  }
}

function testAction(provider: Provider, name: string, action: Action, forbidden: MeaningOfForbidden): void {
  describe(`${provider.id} ${name}`, () => {
    test("does what its example says, in a fresh account", async () => {
      const scene = await open(provider);
      const output = await scene.answer(name, action.example);
      expect(action.output.safeParse(output).error).toBeUndefined();
    });

    describe("when the provider answers", () => {
      let scene: ProviderTest;
      // One for all: a fault is switched off after each, and nothing is done under it.
      beforeAll(async () => {
        scene = await startProviderTest(provider);
      });
      afterAll(() => scene.stop());

      test.each([...faults, ["forbidden", forbidden] as const])(
        "%s, says so in words and without a secret",
        async (fault, kind) => {
          await clearFaults({ ctx: scene.ctx, input: { provider: provider.id } });
          await scene.fault(fault, { times: 20, retryAfterSeconds: 17 });
          const error = await catchFailure(scene, name, action);
          expect(error.kind, `what errors.ts makes of this fault (${error.detail})`).toBe(kind);
          if (fault === "rate_limited") {
            expect(error.retryAfterMs, "it is told to wait 17 s, in the app's own way").toBe(17_000);
          }
          expect(error.message).toMatch(/^[A-Z].*[.!]$/s);
          const told = `${error.message} ${error.detail ?? ""}`;
          for (const secret of Object.values(scene.credentials)) expect(told).not.toContain(secret);
        },
      );
    });

    test("when the provider is slow, gives up in time", async () => {
      const scene = await open(provider, { timeoutMs: 300 });
      await scene.fault("slow", { times: 20, delayMs: 3_000 });
      expect((await catchFailure(scene, name, action)).kind).toBe("timeout");
    });

    const needsGrant = provider.auth.kind === "oauth2" && action.scopes.length > 0;
    test.skipIf(!needsGrant)("without the permission that it needs, says that", async () => {
      // None at all: at some providers one permission includes another.
      const scene = await open(provider, { scopes: [] });
      expect((await catchFailure(scene, name, action)).kind).toBe("scope_missing");
    });
  });
}

function testWrite(provider: Provider, name: string, action: Action): void {
  describe(`${provider.id} ${name} happens once`, () => {
    test("when it is run twice under one key", async () => {
      const scene = await open(provider);
      const idempotencyKey = "conformance-0123456789-abcdefghij";
      const first = await scene.run(name, action.example, { idempotencyKey });
      const after = await readContent(scene);
      const second = await scene.run(name, action.example, { idempotencyKey });
      expect(await readContent(scene), `what the account holds after ${action.idempotency}`).toEqual(after);
      expect(Object.keys(second).toSorted()).toEqual(Object.keys(first).toSorted());
    });

    test("when any one answer is lost after the provider has acted", async () => {
      const undisturbed = await open(provider);
      const idempotencyKey = "conformance-0123456789-abcdefghij";
      await undisturbed.run(name, action.example, { idempotencyKey });
      const expected = await countContent(undisturbed);
      // One call after the other loses its answer, until the action gets through without meeting the fault.
      for (let lost = 0; lost < 8; lost += 1) {
        const scene = await open(provider);
        const isMet = await isLossMet(scene, name, action, idempotencyKey, lost);
        if (isMet) await scene.run(name, action.example, { idempotencyKey });
        expect(await countContent(scene), `answer ${lost + 1} lost`).toEqual(expected);
        if (!isMet) return;
      }
      throw new Error("It makes more than eight requests; the loop ends too early to have tried them all.");
    });
  });
}

/** What is said beforehand of the money that it moves is what it moves, and saying so moves none. */
function testMoney(provider: Provider, name: string, action: Action): void {
  const { amount: _, ...withoutAmount } = action.example;
  const examples = [action.example, withoutAmount].filter(
    (example) => action.input.safeParse(example).success,
  );
  test.each([...new Set(examples.map((example) => JSON.stringify(example)))])(
    `${provider.id} ${name} moves what it says beforehand: %s`,
    async (text) => {
      const input: Record<string, unknown> = JSON.parse(text);
      const scene = await open(provider);
      const before = await readContent(scene);
      const said = action.lookUpAmount
        ? await action.lookUpAmount(scene.call(), input)
        : action.getAmount?.(input);
      expect(await readContent(scene)).toEqual(before);
      const { amount, currency } = await scene.answer(name, input);
      expect({ ...said, currency: said?.currency.toUpperCase() }).toEqual({ minor: amount, currency });
    },
  );
}

/** What nobody can keep from happening twice makes one request that writes, as its last: so a lost answer is told apart. */
function testOnce(provider: Provider, name: string, action: Action): void {
  test(`${provider.id} ${name} has done nothing before its last request, and says where nobody knows`, async () => {
    const fresh = await open(provider);
    const before = await countContent(fresh);
    await fresh.run(name, action.example);
    const after = await countContent(fresh);
    expect(after).not.toEqual(before);
    const lost: Record<string, number>[] = [];
    for (;;) {
      const scene = await open(provider);
      loseAnswer(lost.length);
      const failure = await scene.run(name, action.example).then(
        () => null,
        (error: unknown) => error,
      );
      if (keepAnswers()) break;
      expect(failure).toMatchObject({ kind: expect.stringMatching(/^(unavailable|timeout)$/) });
      lost.push(await countContent(scene));
    }
    expect(lost).toEqual(lost.map((_, at) => (at === lost.length - 1 ? after : before)));
  });
}

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

async function catchFailure(scene: ProviderTest, name: string, action: Action): Promise<ProviderError> {
  try {
    await scene.run(name, action.example);
  } catch (error) {
    if (error instanceof ProviderError) return error;
    throw error;
  }
  throw new Error(`${name} worked all the same.`);
}
