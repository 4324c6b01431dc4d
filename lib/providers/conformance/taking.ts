import { afterEach, describe, expect, test } from "vitest";
import type { Call } from "../contract/call.ts";
import type { PaymentRequest, PaymentState, Taking } from "../contract/payments.ts";
import type { Provider } from "../contract/provider.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { type ProviderTest, startProviderTest } from "../testing/provider-test.ts";
import { countContent, readContent } from "../testing/sandbox-content.ts";
import { keepAnswers, loseAnswer } from "../testing/sandbox-server.ts";

const running: ProviderTest[] = [];
const key = "conformance-0123456789-abcdefghij";
const longAgo = new Date(Date.now() - 60_000);

async function open(provider: Provider): Promise<ProviderTest> {
  const scene = await startProviderTest(provider, {
    settings: ({ externalId }) => ({ accountId: externalId }),
  });
  running.push(scene);
  return scene;
}

/** Payments in each way, and refunds: once under one key, also with every answer lost in turn, and found by the key. */
export function testTaking(provider: Provider): void {
  const taking = provider.payments?.taking;
  if (!taking) return;
  afterEach(async () => {
    for (const scene of running.splice(0)) await scene.stop();
  });
  test(`${provider.id} takes payments in a fresh account, and has an example of each way`, async () => {
    const scene = await open(provider);
    expect(await taking.readiness(scene.call())).toEqual({ canTakePayments: true, said: null });
    expect(taking.examples.map(({ mode }) => mode)).toEqual(taking.modes);
  });
  for (const example of taking.examples) testBegin(provider, taking, example);
  testRefund(provider, taking);
}

function testBegin(provider: Provider, taking: Taking, asked: PaymentRequest): void {
  const { mode } = asked;
  const begin = (call: Call) => taking.begin(call, asked);
  const find = (call: Call) => taking.find(call, { mode, since: longAgo });
  describe(`${provider.id} takes a payment (${mode})`, () => {
    test("once under one key, which finds it, and no other does", async () => {
      const scene = await open(provider);
      const call = (idempotencyKey = key) => scene.call({ idempotencyKey });
      expect(await find(call())).toBeNull();
      const made = await begin(call());
      const after = await readContent(scene);
      expect(getIds(await begin(call()))).toEqual(getIds(made));
      expect(await readContent(scene)).toEqual(after);
      expect(made).toMatchObject({ mark: key, amount: asked.amount, currency: asked.currency });
      expect(await find(call())).toMatchObject({ ...getIds(made), status: made.status, fee: made.fee });
      expect(await find(call("conformance-other"))).toBeNull();
      expect(await taking.read(call(), made)).toMatchObject(getIds(made));
    });

    test("once when any one answer is lost, and is found then", async () => {
      await whateverIsLost(provider, async (scene, isFirst) => {
        const found = isFirst ? null : await find(scene.call({ idempotencyKey: key }));
        if (found === null) await begin(scene.call({ idempotencyKey: key }));
      });
    });

    test("that can be taken back as long as nobody has paid, and says how it stands where somebody has", async () => {
      const scene = await open(provider);
      const call = () => scene.call({ idempotencyKey: key });
      const made = await begin(call());
      const status = made.status === "waiting" ? "ended" : made.status;
      expect(await taking.end(call(), made)).toMatchObject({ status });
      expect(await taking.end(call(), made)).toMatchObject({ status });
    });
  });
}

function testRefund(provider: Provider, taking: Taking): void {
  const paid = taking.examples.find(({ mode }) => mode === "saved");
  if (!paid) return;
  const pay = async (scene: ProviderTest) => {
    const { chargeId } = await taking.begin(scene.call({ idempotencyKey: "conformance-paid" }), paid);
    if (chargeId === null) throw new Error("A card on file has paid, and there is no charge.");
    return { chargeId, amount: paid.amount / 2, reason: null };
  };
  describe(`${provider.id} gives a payment back`, () => {
    test("once under one key, which finds it, and no other does", async () => {
      const scene = await open(provider);
      const asked = await pay(scene);
      const call = (idempotencyKey = key) => scene.call({ idempotencyKey });
      const find = (own?: string) => taking.findRefund(call(own), { ...asked, refundId: null });
      expect(await find()).toBeNull();
      const made = await taking.refund(call(), asked);
      const after = await readContent(scene);
      expect((await taking.refund(call(), asked)).refundId).toBe(made.refundId);
      expect(await readContent(scene)).toEqual(after);
      expect(made).toMatchObject({ mark: key, amount: asked.amount, chargeId: asked.chargeId });
      expect(await find()).toEqual(made);
      expect(await find("conformance-other")).toBeNull();
      expect(await taking.findRefund(call(), { ...asked, refundId: made.refundId })).toEqual(made);
    });

    test("once when any one answer is lost", async () => {
      await whateverIsLost(provider, async (scene, isFirst) => {
        const { chargeId, amount, reason } = await pay(scene);
        const call = () => scene.call({ idempotencyKey: key });
        const found = isFirst ? null : await taking.findRefund(call(), { chargeId, refundId: null });
        if (found === null) await taking.refund(call(), { chargeId, amount, reason });
      });
    });
  });
}

/** Does something, losing one answer after the other, until it gets through without a loss: the account is the same. */
async function whateverIsLost(
  provider: Provider,
  act: (scene: ProviderTest, isFirst: boolean) => Promise<void>,
): Promise<void> {
  const undisturbed = await open(provider);
  await act(undisturbed, true);
  const expected = await countContent(undisturbed);
  for (let lost = 0; lost < 12; lost += 1) {
    const scene = await open(provider);
    loseAnswer(lost);
    await act(scene, true).catch((error: unknown) => {
      if (!(error instanceof ProviderError) || !["unavailable", "timeout"].includes(error.kind)) throw error;
    });
    const isMet = !keepAnswers();
    if (isMet) await act(scene, false);
    expect(await countContent(scene), `answer ${lost + 1} lost`).toEqual(expected);
    if (!isMet) return;
  }
  throw new Error("It makes more than twelve requests; the loop ends too early to have tried them all.");
}

function getIds({ sessionId, paymentId, chargeId }: PaymentState) {
  return { sessionId, paymentId, chargeId };
}
