import { gzipSync } from "node:zlib";
import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { db } from "#db/client.ts";
import { attemptExchanges } from "#db/schema/deliveries.ts";
import { maskedValue } from "#lib/crypto/mask.ts";
import { testWebhook } from "#lib/webhooks/test-webhook.ts";
import { startReceiver } from "./testing/receiver.ts";
import { setScene } from "./testing/scene.ts";

const webhook = {
  headers: { "x-shop": "shop-secret" },
  auth: { type: "basic", username: "ana", password: "open-sesame" },
} as const;
const all = ["shop-secret", "open-sesame", Buffer.from("ana:open-sesame").toString("base64")];

test.each([
  ["as it is", (text: string) => ({ body: text, headers: {} })],
  ["packed", (text: string) => ({ body: gzipSync(text), headers: { "content-encoding": "gzip" } })],
])("an endpoint that repeats what it was sent puts no secret into the log: %s", async (_name, write) => {
  await using receiver = await startReceiver((request, response) => {
    const { body, headers } = write(JSON.stringify(request.headers));
    response.writeHead(200, { ...headers, "x-echo": request.headers["x-shop"] ?? "" }).end(body);
    return "hang";
  });
  const scene = await setScene({ url: receiver.url, ...webhook });
  await scene.sendOrders(1);
  await scene.drain();
  await testWebhook({ ctx: scene.ctx, input: { id: scene.webhook.id } });
  expect(receiver.received[0]?.headers["x-shop"]).toBe("shop-secret");
  const rows = await db()
    .select()
    .from(attemptExchanges)
    .where(eq(attemptExchanges.merchantId, scene.ctx.merchantId));
  expect(rows).toHaveLength(2);
  for (const row of rows) {
    expect(row.responseHeaders?.["x-echo"]).toBe(maskedValue);
    expect(row.responseBody).toContain(`"x-shop":"${maskedValue}"`);
    for (const secret of [...all, scene.webhook.secret]) expect(JSON.stringify(row)).not.toContain(secret);
  }
});
