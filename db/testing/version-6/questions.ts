import { type Row, readRows } from "./load-rows.ts";

/** Something to ask of the API. `ids`: of a list that another question shows in full, which entries it has, in order. */
export type Question = { path: string; keeps: "all" | "ids" };

type Wanted = Readonly<Record<string, unknown>>;

/** The merchant that nearly all rows are of. */
export const merchantId = String(readRows("merchants").find(({ name }) => name === "Trattoria Ana")?.id);

function find(table: string, wanted: Wanted): Row[] {
  const isWanted = (row: Row) => Object.entries(wanted).every(([column, value]) => row[column] === value);
  return readRows(table).filter((row) => row.merchant_id === merchantId && isWanted(row));
}

/** @throws where no row is as wanted */
function findId(table: string, wanted: Wanted): string {
  const [row] = find(table, wanted);
  if (typeof row?.id !== "string") throw new Error(`No row of ${table} is ${JSON.stringify(wanted)}.`);
  return row.id;
}

export const webhooks = {
  till: findId("webhooks", { description: "Point of sale" }),
  gone: findId("webhooks", { description: "CRM" }),
  failedForDays: findId("webhooks", { description: "Stock keeper" }),
  off: findId("webhooks", { disabled_reason: "manual" }),
  failing: findId("webhooks", { description: "Loyalty programme" }),
  odd: findId("webhooks", { description: "Whatever answers" }),
  alarm: findId("webhooks", { description: "Alarm" }),
  paced: findId("webhooks", { description: "Slow printer" }),
  zap: findId("webhooks", { origin_ref: "zap-81" }),
};
const deleted = findId("webhooks", { description: "Old till" });

export const deliveries = {
  pending: findId("deliveries", { status: "pending", lease_id: null, planned_at: null }),
  byHand: findId("deliveries", { status: "pending", next_trigger: "manual" }),
  inFlight: findId("deliveries", { lease_id: "5c8a9f0e-0000-4000-8000-000000000006" }),
  ofDeadProcess: findId("deliveries", { is_counted: true }),
  held: findId("deliveries", { status: "held" }),
  delivered: findId("deliveries", { status: "delivered", is_test: false }),
  failed: findId("deliveries", { status: "failed", is_test: false }),
  cancelled: findId("deliveries", { status: "cancelled" }),
  ofDeleted: findId("deliveries", { destination_id: deleted, status: "cancelled" }),
  test: findId("deliveries", { is_test: true, status: "failed" }),
};

const events = {
  ordinary: "order-of-ana-1",
  failing: "order-of-ana-2",
  waiting: "order-of-ana-3",
  held: "refund-77",
  forwarded: "inngest-1",
  toNowhere: "scan-unsearched",
  test: findId("events", { origin: "test" }),
  own: findId("events", { type: "webhook.failed" }),
  ownTriggered: findId("events", { type: "webhook.triggered" }),
  ofApp: findId("events", { type: "integration.error" }),
};

const integrations = find("integrations", {}).map(({ id, provider }) => ({
  id: String(id),
  provider: String(provider),
}));
const inboxes = find("sandbox_inboxes", {}).map(({ id }) => String(id));
/** Connected and well enough to be asked. */
const livingApps = {
  stripe: ["charges"],
  hubspot: ["pipelines", "contacts"],
  woocommerce: ["products", "orders"],
};
const eventTypes = ["order.paid", "qr.scanned", "webhook.failed"];
const searches = ["A-1004", "jorg weiss", "pizza", "37.50", "crm", "loyalty hooks", "nobody has this"];
const twoDays = "from=2026-11-24T00:00:00Z&to=2026-11-25T00:00:00Z";

const all = (...paths: string[]): Question[] => paths.map((path) => ({ path, keeps: "all" }));
const ids = (...paths: string[]): Question[] => paths.map((path) => ({ path, keeps: "ids" }));
const search = (text: string) => `search=${encodeURIComponent(text)}`;

/** What is asked of the API, with its filters. The lists of apps come last: asking for one is an entry in the activity. */
export const routeQuestions: readonly Question[] = [
  ...all("/api/overview", "/api/events?includeOwn=true", "/api/deliveries", "/api/webhooks", "/api/notices"),
  ...all(...Object.values(events).map((id) => `/api/events/${id}`)),
  ...all(...Object.values(deliveries).map((id) => `/api/deliveries/${id}`)),
  ...all(...Object.values(webhooks).map((id) => `/api/webhooks/${id}`)),
  ...all(...[webhooks.odd, webhooks.failing, webhooks.gone].map((id) => `/api/webhooks/${id}/logs`)),
  ...ids("/api/events", `/api/events?${twoDays}`, "/api/events?includeOwn=true&limit=7"),
  ...ids(...eventTypes.flatMap((type) => [`/api/events?type=${type}`, `/api/deliveries?eventType=${type}`])),
  ...ids(...searches.flatMap((text) => [`/api/events?${search(text)}`, `/api/deliveries?${search(text)}`])),
  ...ids(
    ...["pending", "held", "delivered", "failed", "cancelled"].map((s) => `/api/deliveries?status=${s}`),
  ),
  ...ids("/api/deliveries?isTest=true", "/api/deliveries?isTest=false&limit=9", `/api/deliveries?${twoDays}`),
  ...ids(...[...Object.values(webhooks), deleted].map((id) => `/api/deliveries?webhookId=${id}`)),
  ...ids(...Object.values(events).map((id) => `/api/deliveries?eventId=${id}`)),
  ...ids(...Object.values(webhooks).map((id) => `/api/webhooks/${id}/logs?limit=20`)),
  ...ids(
    `/api/webhooks/${webhooks.till}/logs?${search("A-1004")}`,
    `/api/webhooks/${webhooks.odd}/logs?${twoDays}`,
  ),
  ...ids(
    ...["status=failed", "status=delivered", "eventType=qr.scanned"].map(
      (filter) => `/api/webhooks/${webhooks.odd}/logs?${filter}`,
    ),
  ),
  ...ids(...["active", "disabled", "failing"].map((status) => `/api/webhooks?status=${status}`)),
  ...ids("/api/webhooks?search=till", "/api/webhooks?search=hooks.example", "/api/webhooks?limit=4"),
  ...ids(...["waiting", "sent", "failed", "unsent"].map((status) => `/api/notices?status=${status}`)),
  ...ids("/api/notices?unread=true", "/api/notices?search=switched%20off", "/api/notices?limit=6"),
  ...all("/api/integrations"),
  ...ids(
    ...["connected", "needs_attention", "disconnected"].map((status) => `/api/integrations?status=${status}`),
  ),
  ...ids("/api/integrations?provider=slack", "/api/integrations?search=ana"),
  ...all(
    ...integrations.flatMap(({ id }) => [
      `/api/integrations/${id}`,
      `/api/integrations/${id}/activity`,
      `/api/integrations/${id}/disconnect-preview`,
      `/api/integrations/${id}/sync`,
      `/api/integrations/${id}/unread`,
    ]),
  ),
  ...ids(...integrations.map(({ id }) => `/api/integrations/${id}/activity?outcome=failed`)),
  ...all(
    ...integrations
      .filter(({ provider }) => provider === "woocommerce" || provider === "shopify")
      .flatMap(({ id }) =>
        ["product", "order"].map((kind) => `/api/integrations/${id}/records?kind=${kind}`),
      ),
  ),
  ...all("/api/sandbox/inboxes", ...inboxes.map((id) => `/api/sandbox/inboxes/${id}/requests`)),
  ...all("/api/sandbox/providers"),
  ...all(
    ...["slack", "shopify", "woocommerce"].flatMap((provider) => [
      `/api/sandbox/providers/${provider}`,
      `/api/sandbox/providers/${provider}/calls`,
    ]),
  ),
  ...all(
    "/api/sandbox/providers/shopify/objects?kind=order",
    "/api/sandbox/providers/slack/objects?kind=message",
  ),
  ...ids("/api/catalog", "/api/catalog?category=crm"),
  ...all("/api/catalog/slack", "/api/zapier/me", "/api/zapier/hooks"),
  ...all("/api/zapier/samples/order.paid", "/api/zapier/samples/webhook.failed"),
  ...all(
    ...Object.entries(livingApps).flatMap(([provider, lists]) =>
      lists.map((list) => `/api/integrations/${findId("integrations", { provider })}/resources/${list}`),
    ),
  ),
];

/** The addresses of the dashboard, with their filters. */
export const pageQuestions: readonly string[] = [
  "/",
  "/webhooks",
  "/webhooks?status=disabled",
  "/webhooks?q=till",
  "/webhooks/new",
  ...Object.values(webhooks).map((id) => `/webhooks/${id}`),
  ...[webhooks.till, webhooks.paced].map((id) => `/webhooks/${id}/edit`),
  `/webhooks/${webhooks.odd}?status=failed`,
  `/webhooks/${webhooks.till}?q=A-1004`,
  "/deliveries",
  ...["pending", "held", "failed", "cancelled"].map((status) => `/deliveries?status=${status}`),
  ...["A-1004", "crm", "nobody has this"].map((text) => `/deliveries?q=${encodeURIComponent(text)}`),
  `/deliveries?webhook=${webhooks.failing}`,
  "/deliveries?period=24h&eventType=order.paid",
  ...Object.values(deliveries).map((id) => `/deliveries/${id}`),
  "/events",
  "/events?own=shown",
  "/events?type=order.paid",
  "/events?q=pizza",
  "/events?period=7d",
  ...Object.values(events).map((id) => `/events/${id}`),
  "/integrations",
  "/integrations?status=needs_attention",
  ...integrations.map(({ id, provider }) => `/marketplace/${provider}?account=${id}`),
  ...integrations
    .filter(({ provider }) => provider === "woocommerce")
    .flatMap(({ id }) => [`/integrations/${id}/products`, `/integrations/${id}/orders`]),
  "/marketplace",
  ...["slack", "shopify", "salesforce", "zapier"].map((provider) => `/marketplace/${provider}`),
  "/notices",
  "/notices?status=failed",
  "/settings",
  "/api-keys",
  "/app-versions",
  "/event-types",
  "/event-types/order.paid",
  "/sandboxes",
  ...["slack", "shopify", "woocommerce"].map((provider) => `/sandboxes/${provider}`),
  "/sandboxes/shopify?show=calls",
  "/test-inboxes",
  ...inboxes.map((id) => `/test-inboxes/${id}`),
];
