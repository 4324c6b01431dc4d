import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { say } from "#lib/failures/say.ts";
import { idAt } from "#lib/history/days.ts";
import { newId } from "#lib/ids.ts";
import { recordStep, type StepEnd } from "./step-state.ts";

const deliveryId = () => newId("dlv");
const done = (output: Record<string, unknown>): StepEnd => ({
  status: "succeeded",
  output,
  receipt: { key: "k", callId: "cal_1" },
});

async function listSteps(merchantId: string) {
  return db().execute<{ id: string; status: string; receipt: unknown; input: unknown; output: unknown }>(sql`
    SELECT steps.delivery_id AS id, steps.status, steps.receipt, payloads.input, payloads.output
    FROM delivery_steps steps LEFT JOIN delivery_step_payloads payloads
      ON payloads.delivery_id = steps.delivery_id AND payloads.position = steps.position
    WHERE steps.merchant_id = ${merchantId} ORDER BY steps.delivery_id`);
}

test("steps that end side by side are written each with its receipt and its output, to the letter", async () => {
  const { merchantId } = await createTestMerchant();
  const texts = ["plain", 'quotes " and \\', "a\nline", "€", "escaped \\u0000"];
  const ids = texts.map(deliveryId);
  await Promise.all(
    texts.map((text, index) =>
      recordStep({ id: ids[index] ?? "", merchantId }, 0, { [text]: [text, null, index] }, done({ text })),
    ),
  );
  const written = new Map((await listSteps(merchantId)).map((row) => [row.id, row]));
  expect(ids.map((id) => written.get(id))).toEqual(
    texts.map((text, index) => ({
      id: ids[index],
      status: "succeeded",
      receipt: { key: "k", callId: "cal_1" },
      input: { [text]: [text, null, index] },
      output: { text },
    })),
  );
});

test("a step that cannot be written fails alone, and what has succeeded stays so", async () => {
  const { merchantId } = await createTestMerchant();
  const [first, second, third] = [deliveryId(), deliveryId(), deliveryId()];
  await recordStep({ id: second, merchantId }, 0, { a: 1 }, done({ made: 1 }));
  const settled = await Promise.allSettled([
    recordStep({ id: first, merchantId }, 0, { a: 1 }, done({ made: 1 })),
    recordStep({ id: second, merchantId }, 0, { a: 2 }, { status: "failed", said: say("step_off") }),
    // No row holds a position like this.
    recordStep({ id: third, merchantId }, 2 ** 40, { a: 1 }, done({ made: 1 })),
  ]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled", "rejected"]);
  // Ids of one millisecond are in no order.
  const written = new Map((await listSteps(merchantId)).map((row) => [row.id, row]));
  expect([...written.keys()].sort()).toEqual([first, second].sort());
  expect(written.get(first)).toMatchObject({ status: "succeeded", output: { made: 1 } });
  expect(written.get(second)).toMatchObject({ status: "succeeded", input: { a: 1 }, output: { made: 1 } });
});

test("the same step twice at once, by a run that was lost and the one that took it over, is one row", async () => {
  const { merchantId } = await createTestMerchant();
  const id = deliveryId();
  await Promise.all([
    recordStep({ id, merchantId }, 0, { a: 1 }, done({ made: 1 })),
    recordStep({ id, merchantId }, 0, { a: 1 }, done({ made: 1 })),
  ]);
  expect(await listSteps(merchantId)).toMatchObject([{ id, status: "succeeded", output: { made: 1 } }]);
});

test("steps of deliveries of other days are written beside today's", async () => {
  const { merchantId } = await createTestMerchant();
  const old = idAt("dlv", Date.now() - 40 * 24 * 60 * 60 * 1_000) + newId("dlv").slice(16);
  const today = deliveryId();
  await Promise.all(
    [old, today].map((id) =>
      recordStep({ id, merchantId }, 0, null, { status: "skipped", said: say("step_off") }),
    ),
  );
  expect((await listSteps(merchantId)).map(({ id }) => id)).toEqual([old, today]);
});
