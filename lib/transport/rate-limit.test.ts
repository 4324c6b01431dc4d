import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { eventEndpoints } from "#lib/api/events.ts";
import { webhookEndpoints } from "#lib/api/webhooks.ts";
import type { Ctx } from "#lib/auth/context.ts";
import { requireCtx } from "#lib/auth/require-session.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { runAction } from "./action.ts";
import { handle } from "./handle.ts";
import { countBytes, countRequest, requireBudget, writeInBudget } from "./rate-limit.ts";
import { callRoute } from "./testing.ts";

vi.mock("#lib/auth/require-session.ts", () => ({ requireCtx: vi.fn() }));

function anyMerchant(): Ctx {
  return {
    merchantId: newId("mer"),
    actor: { kind: "user", id: newId("usr"), role: "owner" },
    requestId: newId("req"),
    locale: "en",
  };
}

const nothing = async () => undefined;
const mebibyte = 1_024 * 1_024;
const scan = { type: "qr.scanned", data: { scanId: "s", code: { id: "c" } } };

describe("what one merchant may use up", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test("60,000 events a minute in full calls pass, and 1,000 that come beside them", async () => {
    const ctx = anyMerchant();
    for (let second = 0; second < 60; second += 1) {
      await writeInBudget(ctx, 1_000, nothing);
      await countBytes(ctx, mebibyte);
      if (second % 10 === 9) await writeInBudget(ctx, 1_000, nothing);
      await vi.advanceTimersByTimeAsync(1_000);
    }
  });

  test("past 12,000 events in ten seconds all events wait for the next ten, the others' do not", async () => {
    const ctx = anyMerchant();
    for (let call = 0; call < 12; call += 1) await writeInBudget(ctx, 1_000, nothing);
    await vi.advanceTimersByTimeAsync(4_000);
    await expect(writeInBudget(ctx, 1, nothing)).rejects.toMatchObject({
      status: 429,
      retryAfterSeconds: 6,
      said: say("problem_too_many_events", { max: 12_000, seconds: 10 }),
    });
    await expect(requireBudget(ctx, "events")).rejects.toMatchObject({ status: 429 });
    await expect(requireBudget(ctx, "request")).resolves.toBeUndefined();
    await expect(writeInBudget(anyMerchant(), 1_000, nothing)).resolves.toBeUndefined();
    await vi.advanceTimersByTimeAsync(6_001);
    await expect(writeInBudget(ctx, 1_000, nothing)).resolves.toBeUndefined();
  });

  test("past 16 MiB in ten seconds every body waits, whatever it is for", async () => {
    const ctx = anyMerchant();
    for (let call = 0; call < 16; call += 1) await countBytes(ctx, mebibyte);
    await expect(countBytes(ctx, 1)).rejects.toMatchObject({ status: 429, retryAfterSeconds: 10 });
    await expect(requireBudget(ctx, "request")).rejects.toMatchObject({ status: 429 });
    await expect(countBytes(anyMerchant(), mebibyte)).resolves.toBeUndefined();
  });

  test("large lists of one merchant are written one after the other, and nobody else waits for them", async () => {
    const [ctx, other] = [anyMerchant(), anyMerchant()];
    const order: string[] = [];
    const first = Promise.withResolvers<void>();
    const write = (name: string, until?: Promise<void>) => async () => {
      order.push(name);
      await until;
    };
    const large = writeInBudget(ctx, 1_000, write("first", first.promise));
    const second = writeInBudget(ctx, 300, write("second"));
    await writeInBudget(other, 1_000, write("other"));
    await vi.advanceTimersByTimeAsync(100);
    expect(order).toEqual(["first", "other"]);
    first.resolve();
    await Promise.all([large, second]);
    expect(order).toEqual(["first", "other", "second"]);
  });
});

describe("a request past the budget", () => {
  const send = (key: string, body: unknown) =>
    callRoute(handle(eventEndpoints.acceptEvents), { method: "POST", path: "/api/events", key, body });

  test("of events is answered 429 with Retry-After and changes nothing; reading goes on, and so do others", async () => {
    const ctx = await createTestMerchant();
    const key = await createTestApiKey(ctx);
    await writeInBudget(ctx, 11_999, nothing);
    const refused = await send(key, [scan, scan]);
    expect(refused.json).toMatchObject({ status: 429, code: "rate_limited" });
    expect(Number(refused.headers.get("retry-after"))).toBeGreaterThan(0);
    const list = await callRoute(handle(eventEndpoints.listEvents), {
      method: "GET",
      path: "/api/events",
      key,
    });
    expect(list.json.data).toEqual([]);
    const others = await send(await createTestApiKey(await createTestMerchant()), [scan, scan]);
    expect(others.status).toBe(202);
  });

  test("of bytes is answered 429, to every address that takes a body", async () => {
    const ctx = await createTestMerchant();
    const key = await createTestApiKey(ctx);
    await countBytes(ctx, 16 * mebibyte - 10);
    const body = { url: "https://pos.example.com/hook", eventTypes: ["*"] };
    const call = { method: "POST", path: "/api/webhooks", key, body };
    const refused = await callRoute(handle(webhookEndpoints.createWebhook), call);
    expect(refused.json).toMatchObject({ status: 429, code: "rate_limited" });
    expect((await send(key, scan)).status).toBe(429);
  });

  test("is no less one when a page's form sent it", async () => {
    const ctx = anyMerchant();
    vi.mocked(requireCtx).mockResolvedValue(ctx);
    const verb = vi.fn(async () => "done");
    expect(await runAction(verb)).toEqual({ ok: true, data: "done" });
    for (let count = 1; count < 5_000; count += 1) await countRequest(ctx);
    expect(await runAction(verb)).toMatchObject({ ok: false, code: "rate_limited" });
    expect(verb).toHaveBeenCalledTimes(1);
  });
});
