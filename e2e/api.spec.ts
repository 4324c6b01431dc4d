import { expect, test } from "@playwright/test";

/** The names here are the outside contract: other programs depend on them. */
const key = () => ({ authorization: `Bearer ${process.env.DEMO_API_KEY}` });

test("health and readiness answer, and readiness names the engine", async ({ request }) => {
  expect(await (await request.get("/api/health")).json()).toEqual({ status: "ok" });
  const ready = await request.get("/api/ready");
  expect(ready.status()).toBe(200);
  expect(await ready.json()).toMatchObject({ database: "ok", engine: "embedded" });
});

test("without key or session the API answers 401 as a problem", async ({ request }) => {
  const answer = await request.get("/api/webhooks");
  expect(answer.status()).toBe(401);
  expect(answer.headers()["content-type"]).toBe("application/problem+json");
  expect(await answer.json()).toMatchObject({ status: 401, code: "unauthenticated" });
});

test("the OpenAPI document describes every operation", async ({ request }) => {
  const document = await (await request.get("/api/openapi.json")).json();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths)).toEqual(
    expect.arrayContaining([
      "/api/events",
      "/api/events/{id}",
      "/api/webhooks",
      "/api/webhooks/{id}",
      "/api/webhooks/{id}/test",
      "/api/webhooks/{id}/logs",
      "/api/deliveries",
      "/api/deliveries/{id}",
      "/api/deliveries/{id}/retry",
      "/api/deliveries/{id}/cancel",
      "/api/event-types",
    ]),
  );
});

test("an event sent with a key is delivered at once, and not by a look of the next minute", async ({
  request,
}) => {
  const { data: types } = await (await request.get("/api/event-types")).json();
  const paid = types.find((type: { type: string }) => type.type === "order.paid");
  const sent = await request.post("/api/events", {
    headers: key(),
    data: { type: "order.paid", data: paid.example },
  });
  expect(sent.status()).toBe(202);
  const [{ id }] = (await sent.json()).data;
  await expect
    .poll(
      async () =>
        (await (await request.get(`/api/deliveries?eventId=${id}`, { headers: key() })).json()).data[0]
          ?.status,
      {
        timeout: 10_000,
        intervals: [50],
      },
    )
    .toBe("delivered");
});

test("another site cannot act with the session of a person", async ({ page, request }) => {
  await page.goto("/sign-in");
  const { csrfToken } = await (await page.request.get("/api/auth/csrf")).json();
  await page.request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: "demo@patchbay.dev", password: "demo-merchant", json: "true" },
  });
  const { data: webhooks } = await (await page.request.get("/api/webhooks")).json();
  const path = `/api/webhooks/${webhooks[0].id}`;
  const forged = await page.request.delete(path, { headers: { origin: "https://evil.example" } });
  expect(forged.status()).toBe(403);
  expect((await request.get(path, { headers: key() })).status()).toBe(200);
});

test("in production /api/inngest answers signed calls only", async ({ request }) => {
  for (const method of ["GET", "POST"] as const) {
    const address = "/api/inngest?fnId=patchbay-drain-deliveries&stepId=step";
    const forged = await request.fetch(address, {
      method,
      ...(method === "POST" ? { data: { events: [] } } : {}),
    });
    expect([method, forged.status()]).toEqual([method, 401]);
  }
});

test("pages carry a content security policy with a nonce, and may not be framed", async ({ page }) => {
  const response = await page.goto("/sign-in");
  const policy = response?.headers()["content-security-policy"] ?? "";
  expect(policy).toMatch(/script-src 'self' 'nonce-/);
  expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  expect(policy).toContain("frame-ancestors 'none'");
});
