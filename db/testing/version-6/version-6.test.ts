import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { ComponentType, ReactNode } from "react";
import { afterAll, beforeAll, expect, inject, test, vi } from "vitest";
import { openPostgres } from "#db/connection/open.ts";
import { migrateDatabase } from "#db/migrate.ts";
import { createEmptyDatabase } from "../empty-database.ts";
import { fixClock } from "../fixed-clock.ts";
import { migrateUpTo } from "../migrate-up-to.ts";
import { findPage } from "./find-page.ts";
import {
  apiKey,
  authSecret,
  encryptionKeys,
  lastMigration,
  loadRows,
  readRows,
  toWrittenPort,
  writtenAt,
} from "./load-rows.ts";
import { missingLines, missingParts } from "./missing-parts.ts";
import {
  deliveries,
  merchantId,
  pageQuestions,
  type Question,
  routeQuestions,
  webhooks,
} from "./questions.ts";
import { visibleText } from "./visible-text.ts";

/**
 * A database as version 6 left it, with a row of every kind, is migrated to the newest schema; then every page and
 * route says what version 6 said, which stands in `answers/`. The clocks of the process and of the database stand still
 * at the moment when that was written down.
 *
 * Where the product is to say something else from now on, `ANSWERS=write npx vitest run db/testing/version-6` writes
 * the answers again; the difference shows what merchants with old data will see changed.
 */
const isWriting = process.env.ANSWERS === "write";
const answers = fileURLToPath(new URL("./answers/", import.meta.url));

const browser = vi.hoisted(() => ({ address: "/", cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (name.endsWith("session-token") ? { name, value: browser.cookie } : undefined),
    getAll: () => [],
    has: () => false,
  }),
  headers: async () => new Headers({ "x-page-path": browser.address }),
}));
vi.mock("next/navigation", async (importActual) => ({
  ...(await importActual<object>()),
  usePathname: () => new URL(browser.address, "http://page").pathname,
  useSearchParams: () => new URL(browser.address, "http://page").searchParams,
  useRouter: () => ({ push() {}, replace() {}, refresh() {}, prefetch() {}, back() {}, forward() {} }),
}));

const port = process.env.PORT ?? "";
vi.useFakeTimers({ toFake: ["Date"], now: writtenAt });
const database = await createEmptyDatabase(inject("databaseUrls")[0] ?? "");
const sql = openPostgres(database.url, { max: 1 });

beforeAll(async () => {
  await fixClock(sql, writtenAt);
  await migrateUpTo(sql, lastMigration);
  await loadRows(sql, port);
  await migrateDatabase(database.url);
  // From here on everything is loaded again, with the settings of the fixture.
  await (await import("#db/client.ts")).closeDb();
  vi.resetModules();
  vi.stubEnv("DATABASE_URL", database.url);
  vi.stubEnv("ENCRYPTION_KEYS", encryptionKeys);
  vi.stubEnv("NEXTAUTH_SECRET", authSecret);
});

afterAll(async () => {
  vi.useRealTimers();
  await (await import("#db/client.ts")).closeDb();
  await sql.end();
  await database.drop();
});

/** Reads what was answered of old; when answers are written again, they are read as they are now. */
function readAnswers<Answer>(file: string, now: Readonly<Record<string, Answer>>): Record<string, Answer> {
  if (isWriting) {
    mkdirSync(answers, { recursive: true });
    const lines = Object.entries(now).map(
      ([asked, answer]) => `${JSON.stringify(asked)}: ${formatAnswer(answer)}`,
    );
    writeFileSync(answers + file, `{\n${lines.join(",\n")}\n}\n`);
  }
  return existsSync(answers + file) ? JSON.parse(readFileSync(answers + file, "utf8")) : {};
}

/** One entry of a list, or field, a line, so that a difference can be read. */
function formatAnswer(answer: unknown): string {
  if (Array.isArray(answer)) return `[\n${answer.map((item) => JSON.stringify(item)).join(",\n")}\n]`;
  if (typeof answer !== "object" || answer === null) return JSON.stringify(answer);
  const fields = Object.entries(answer).map(
    ([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  );
  return `{\n${fields.join(",\n")}\n}`;
}

test("no row of a table that stayed is lost or changed", async () => {
  const kept = [
    ...["merchants", "users", "memberships", "sessions", "account_mails", "api_keys", "audit_log"],
    ...["credentials", "idempotency_keys", "oauth_states", "inbound_receipts", "synced_records"],
    ...["sandbox_accounts", "sandbox_calls", "sandbox_consents", "sandbox_faults", "sandbox_objects"],
    ...["sandbox_inboxes", "sandbox_inbox_requests", "sandbox_tokens"],
  ];
  for (const table of kept) {
    const found = await sql<{ row: string }[]>`SELECT row_to_json(t)::text AS row FROM ${sql(table)} t`;
    const now: unknown[] = found.map(({ row }) => JSON.parse(toWrittenPort(row, port)));
    const lost = readRows(table).filter((row) => !now.some((one) => missingParts(row, one).length === 0));
    expect(lost, table).toEqual([]);
    expect(now, table).toHaveLength(readRows(table).length);
  }
});

const howToAccept =
  "What is meant is accepted by ANSWERS=write npx vitest run db/testing/version-6, and the diff shows what changes";

test("every page shows what it showed before", { timeout: 300_000 }, async () => {
  const now: Record<string, string[]> = {};
  for (const address of pageQuestions) now[address] = await show(address);
  const before = readAnswers("pages.json", now);
  expect(Object.keys(before)).toEqual(Object.keys(now));
  const missing = Object.entries(before).map(([address, lines]) => [
    address,
    missingLines(lines, now[address] ?? []),
  ]);
  expect(Object.fromEntries(missing.filter(([, lines]) => lines?.length)), howToAccept).toEqual({});
});

test("every route answers as before", { timeout: 300_000 }, async () => {
  const release = await serveSandboxes();
  const now: Record<string, unknown> = {};
  try {
    for (const question of routeQuestions) now[question.path] = await ask(question);
  } finally {
    await release();
  }
  const before = readAnswers("routes.json", now);
  expect(Object.keys(before)).toEqual(Object.keys(now));
  expect(missingParts(before, now), howToAccept).toEqual([]);
});

test("what was due is sent, with what was held and what a dead process had; the rest waits as planned", async () => {
  const { drainDeliveries } = await import("#lib/destinations/drain.ts");
  const { startReceiver } = await import("#lib/deliveries/testing/receiver.ts");
  await using receiver = await startReceiver(({ path }) => ({ status: path === "/failing" ? 503 : 200 }));
  const { failing, off, failedForDays, paced, till, alarm } = webhooks;
  const pointed = { failing, off, failedForDays, paced, till, alarm };
  for (const [name, id] of Object.entries(pointed)) {
    await pointAt(id, new URL(`/${name}`, receiver.url).href);
  }
  await drainDeliveries({ budgetMs: 60_000 });
  for (const [name, id] of Object.entries(pointed)) {
    const sent = receiver.received.filter(({ path }) => path === `/${name}`);
    expect(sent.map(({ headers }) => headers["webhook-id"]).sort(), name).toEqual(dueAt(id).sort());
  }
  const byHand = await askOnce(`/api/deliveries/${deliveries.byHand}`, null);
  const planned = readRows("deliveries").find(({ id }) => id === deliveries.byHand)?.planned_at;
  expect(byHand).toMatchObject({ status: "pending", attempts: 2 });
  expect(Date.parse(String(byHand.nextAttemptAt))).toBe(Date.parse(String(planned)));
  expect(await askOnce(`/api/deliveries/${deliveries.inFlight}`, null)).toMatchObject({
    isInFlight: true,
    attempts: 0,
  });
  expect(await askOnce(`/api/deliveries/${deliveries.ofDeadProcess}`, null)).toMatchObject({
    status: "delivered",
    attempts: 1,
  });
});

/** The events of what was held for a webhook, or waited for it until now at most. */
function dueAt(webhookId: string): unknown[] {
  return readRows("deliveries")
    .filter((row) => row.destination_id === webhookId)
    .filter(
      ({ status, due_at }) =>
        status === "held" || (status === "pending" && new Date(String(due_at)) <= writtenAt),
    )
    .map(({ event_id }) => event_id);
}

/** Switches a webhook on, at an address of this test; its credentials do not move to another server. */
async function pointAt(id: string, url: string): Promise<void> {
  const { updateWebhook } = await import("#lib/webhooks/update-webhook.ts");
  const ctx = {
    merchantId,
    actor: { kind: "system", name: "test" },
    requestId: "req_test",
    locale: "en",
  } as const;
  await updateWebhook({ ctx, input: { id, url, status: "active", headers: {}, auth: { type: "none" } } });
}

/** Asks as a program does that shows a key. Of a list, page after page is asked for. */
async function ask({ path, keeps }: Question): Promise<unknown> {
  const entries: unknown[] = [];
  let cursor: string | null = null;
  do {
    const answer = await askOnce(path, cursor);
    if (!("data" in answer) || !Array.isArray(answer.data)) return answer;
    const { data, nextCursor, ...rest } = answer;
    if (Object.keys(rest).length > 0) entries.push(rest);
    entries.push(...(keeps === "ids" ? data.map(({ id }) => id) : data));
    cursor = typeof nextCursor === "string" ? nextCursor : null;
  } while (cursor !== null);
  return entries;
}

async function askOnce(path: string, cursor: string | null): Promise<Record<string, unknown>> {
  const { endpoints } = await import("#lib/api/endpoints.ts");
  const { handle } = await import("#lib/transport/handle.ts");
  const url = new URL(path, `http://localhost:${port}`);
  if (cursor !== null) url.searchParams.set("cursor", cursor);
  const parts = url.pathname.split("/");
  const isOwn = (template: string) => {
    const own = template.split("/");
    return (
      own.length === parts.length && own.every((part, index) => part.startsWith("{") || part === parts[index])
    );
  };
  const endpoint = endpoints.find((one) => one.method === "GET" && isOwn(one.path));
  if (!endpoint) throw new Error(`There is no route for ${path}.`);
  const places = endpoint.path.split("/").map((part, index) => [part.slice(1, -1), parts[index]] as const);
  const params = Object.fromEntries(places.filter(([name]) => endpoint.path.includes(`{${name}}`)));
  const request = new Request(url, { headers: { authorization: `Bearer ${apiKey}` } });
  const response = await handle(endpoint)(request, { params: Promise.resolve(params) });
  const text = toWrittenPort(await response.text(), port);
  expect(response.status, `${path}: ${text}`).toBe(200);
  return JSON.parse(text);
}

/** The sandboxes of all apps, which the lists of an account are asked of. */
async function serveSandboxes(): Promise<() => Promise<void>> {
  const { loadProviders } = await import("#lib/providers/registry.ts");
  const { holdSandboxServer } = await import("#lib/providers/testing/sandbox-server.ts");
  const releases: (() => Promise<void>)[] = [];
  for (const provider of await loadProviders()) releases.push(await holdSandboxServer(provider));
  return async () => {
    for (const release of releases) await release();
  };
}

type Page = ComponentType<{
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string>>;
}>;

/** Renders a page as the owner of the merchant sees it; the overview with all that stands around pages. */
async function show(address: string): Promise<string[]> {
  const { createElement } = await import("react");
  const { prerender } = await import("react-dom/static");
  const { Providers } = await import("#app/providers.tsx");
  const { default: Layout } = await import("#app/(dashboard)/layout.tsx");
  browser.address = address;
  browser.cookie = await cookieOfOwner();
  const url = new URL(address, "http://page");
  const { file, params } = findPage(url.pathname);
  const { default: Page }: { default: Page } = await import(file);
  const searchParams = Promise.resolve(Object.fromEntries(url.searchParams));
  const page = createElement(Page, { params: Promise.resolve(params), searchParams });
  const whole: ReactNode = address === "/" ? createElement(Layout, null, page) : page;
  const errors: unknown[] = [];
  const { prelude } = await prerender(createElement(Providers, { initialTheme: "light", children: whole }), {
    onError: (error) => void errors.push(error),
  });
  expect(errors, address).toEqual([]);
  return visibleText(toWrittenPort(await new Response(prelude).text(), port));
}

async function cookieOfOwner(): Promise<string> {
  const { encodeSessionToken } = await import("#lib/auth/session-token.ts");
  const owner = readRows("memberships").find(({ role }) => role === "owner")?.user_id;
  const session = readRows("sessions").find(({ user_id }) => user_id === owner);
  return encodeSessionToken({ sub: String(owner), sid: String(session?.id) });
}
