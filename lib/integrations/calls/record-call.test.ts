import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { integrationCalls } from "#db/schema/integrations.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { connectTestApp } from "../testing/connect-test-app.ts";
import { recordCall } from "./record-call.ts";

test("calls that end side by side are noted each to the letter, whatever is in it", async () => {
  const ctx = await createTestMerchant();
  const integrationId = await connectTestApp(ctx);
  const integration = { id: integrationId, merchantId: ctx.merchantId };
  const begunAt = Date.now() - 60_000;
  const names = ["plain", 'quotes " and \\', "a\nline", "€ 12", "half \ud83c of one", "NUL \0"];
  const ids = await Promise.all(
    names.map((name, index) =>
      recordCall({
        integration,
        kind: "action",
        name,
        failure: { kind: "unavailable", detail: `detail of ${name}` },
        said: [say("app_unreachable", { app: name }), say("call_done")],
        requests: [{ method: "GET", url: `pos.example/${index}`, status: index, ms: index }],
        startedAt: new Date(begunAt + index),
      }),
    ),
  );
  const rows = await db()
    .select()
    .from(integrationCalls)
    .where(eq(integrationCalls.integrationId, integrationId));
  const byId = new Map(rows.map((row) => [row.id, row]));
  const kept = ["plain", 'quotes " and \\', "a\nline", "€ 12", "half \ufffd of one", "NUL \ufffd"];
  expect(ids.map((id) => byId.get(id))).toMatchObject(
    kept.map((name, index) => ({
      merchantId: ctx.merchantId,
      name,
      outcome: "failed",
      failureKind: "unavailable",
      code: "app_unreachable",
      params: { app: name },
      further: [{ code: "call_done" }],
      detail: `detail of ${name}`,
      requests: [{ method: "GET", url: `pos.example/${index}`, status: index, ms: index }],
      startedAt: new Date(begunAt + index),
    })),
  );
});

test("a call of an integration that is gone fails alone: those that ended beside it are noted", async () => {
  const ctx = await createTestMerchant();
  const integrationId = await connectTestApp(ctx);
  const note = (id: string) =>
    recordCall({
      integration: { id, merchantId: ctx.merchantId },
      kind: "action",
      name: "send-message",
      failure: null,
      said: [say("call_done")],
      requests: [],
      startedAt: new Date(),
    });
  const settled = await Promise.allSettled([note(integrationId), note(newId("int")), note(integrationId)]);
  expect(settled.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  const noted = await db()
    .select({ id: integrationCalls.id })
    .from(integrationCalls)
    .where(eq(integrationCalls.integrationId, integrationId));
  expect(noted.map(({ id }) => id).sort()).toEqual(
    settled.flatMap((one) => (one.status === "fulfilled" ? [one.value] : [])).sort(),
  );
});
