import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "#db/client.ts";
import { integrationIssues } from "#db/schema/integrations.ts";
import { merchants } from "#db/schema/tenancy.ts";
import { createTestApiKey } from "#db/testing/api-key.ts";
import { createTestMerchant } from "#db/testing/merchant.ts";
import { catalogueEndpoints } from "#lib/api/catalogue.ts";
import { eventEndpoints } from "#lib/api/events.ts";
import { integrationEndpoints } from "#lib/api/integrations.ts";
import { recipeEndpoints } from "#lib/api/recipes.ts";
import { webhookEndpoints } from "#lib/api/webhooks.ts";
import { listEvents } from "#lib/events/list-events.ts";
import { say } from "#lib/failures/say.ts";
import { recordCall } from "#lib/integrations/calls/record-call.ts";
import { openIssue } from "#lib/integrations/health/open-issue.ts";
import { requireIntegration } from "#lib/integrations/integration-row.ts";
import { connectTestApp } from "#lib/integrations/testing/connect-test-app.ts";
import { checkWebhookUrl } from "#lib/webhooks/check-webhook-url.ts";
import { toLocale } from "#lib/words/locale.ts";
import type { Endpoint } from "./endpoint.ts";
import { handle } from "./handle.ts";
import { callRoute } from "./testing.ts";

/** A second language, in which every sentence of Patchbay's begins with «. Its words come once somebody reads it. */
const { german } = vi.hoisted(() => ({ german: { reads: 0 } }));
vi.mock("#lib/words/locale.ts", async (original) => ({
  ...(await original()),
  locales: ["en", "de"],
  toLocale: (...stored: unknown[]) => stored.find((locale) => locale === "en" || locale === "de") ?? "en",
  intlLocale: (locale: string) => (locale === "en" ? "en-GB" : locale),
  async readLanguage(locale: string) {
    if (locale === "en") return null;
    german.reads += 1;
    const { en } = await import("#lib/words/en.ts");
    const { eventTexts } = await import("#lib/words/en/definitions/event-texts.ts");
    const { recipeTexts } = await import("#lib/words/en/definitions/recipe-texts.ts");
    const marked = (messages: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(messages).map(([code, text]) => [code, `«${text}`]));
    const texts = [eventTexts, recipeTexts].map(({ catalogue, messages }) => [catalogue, marked(messages)]);
    const slack = { summary: "«In Slack", "actions.send-message.title": "«Send a message" };
    return { messages: marked(en), texts: { ...Object.fromEntries(texts), slack } };
  },
}));

async function merchantReading(locale: "en" | "de") {
  const ctx = await createTestMerchant();
  await db().update(merchants).set({ locale }).where(eq(merchants.id, ctx.merchantId));
  const key = await createTestApiKey(ctx);
  const ask = (endpoint: Endpoint, params: Record<string, string> = {}, body?: unknown) => {
    const path = endpoint.path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? "");
    return callRoute(handle(endpoint), { method: endpoint.method, path, key, params, body });
  };
  return { ctx, ask };
}

test.each([
  ["de", /^«/],
  ["en", /^[^«]/],
] as const)("a merchant who reads %s is told everything in it", async (locale, words) => {
  const { ctx, ask } = await merchantReading(locale);
  const nothing = await ask(webhookEndpoints.getWebhook, { id: "wh_none" });
  expect(nothing.json).toMatchObject({ status: 404, detail: expect.stringMatching(words) });
  const { json: recipe } = await ask(recipeEndpoints.getRecipe, { id: "receipts" });
  expect([recipe.title, recipe.steps[0].title, recipe.event.title]).toEqual(
    Array.from({ length: 3 }, () => expect.stringMatching(words)),
  );
  const { json: app } = await ask(catalogueEndpoints.getCatalogueEntry, { provider: "slack" });
  expect([app.summary, app.actions[0].title]).toEqual([
    expect.stringMatching(words),
    expect.stringMatching(words),
  ]);
  const refused = await ask(eventEndpoints.acceptEvents, {}, []);
  expect(refused.json.errors).toEqual([{ path: "", message: expect.stringMatching(words) }]);
  const asker = { ...ctx, locale: toLocale(locale) };
  const checked = await checkWebhookUrl({ ctx: asker, input: { url: "https://10.0.0.1/hook" } });
  expect(checked.message).toMatch(words);

  const id = await connectTestApp(ctx);
  const integration = await requireIntegration(ctx, id);
  const said = say("app_access_ended", { app: "Slack" });
  await openIssue(integration, { cause: "revoked", said });
  await recordCall({
    integration,
    kind: "check",
    name: "check",
    failure: { kind: "auth", detail: undefined },
    said: [said],
    requests: [],
    startedAt: new Date(),
  });
  const { json: shown } = await ask(integrationEndpoints.getIntegration, { id });
  expect(shown.issues[0].message).toMatch(words);
  const { json: calls } = await ask(integrationEndpoints.listCalls, { id });
  expect([calls.data[0].title, calls.data[0].message]).toEqual([
    expect.stringMatching(words),
    expect.stringMatching(words),
  ]);
  const { data: events } = await listEvents({ ctx, input: { type: "integration.error" } });
  expect(events[0]?.data?.message).toMatch(words);
  const rows = await db().select().from(integrationIssues).where(eq(integrationIssues.integrationId, id));
  expect(rows).toMatchObject([{ code: "app_access_ended", params: { app: "Slack" } }]);
});

test("the words of a language are read once, when somebody reads it", async () => {
  const before = german.reads;
  await Promise.all(
    [merchantReading("de"), merchantReading("de")].map(async (reading) => {
      const { ask } = await reading;
      return ask(webhookEndpoints.getWebhook, { id: "wh_none" });
    }),
  );
  expect([before, german.reads]).toEqual([1, 1]);
});
