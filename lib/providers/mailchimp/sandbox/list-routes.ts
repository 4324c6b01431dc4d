import type { SandboxRoute, SandboxStore } from "../../sandbox-kit/contract.ts";
import { type Api, apiRoute } from "./api-route.ts";
import { collection } from "./collection.ts";
import { type ListDocument, listDocument, memberDocument } from "./documents.ts";
import { linksTo, root } from "./links.ts";
import { notFound } from "./replies.ts";

/** @throws {ApiRefusal} 404 */
export async function requireList({ desk, part }: Pick<Api, "desk" | "part">): Promise<ListDocument> {
  const list = await desk.store.get("list", part("list"), listDocument);
  if (!list) throw notFound();
  return list;
}

export async function countMembers(store: SandboxStore, listId: string) {
  const members = await store.list("member", memberDocument);
  const count = (status: string) =>
    members.filter(({ data }) => data.list_id === listId && data.status === status).length;
  return {
    subscribed: count("subscribed"),
    unsubscribed: count("unsubscribed"),
    cleaned: count("cleaned"),
  };
}

/** https://mailchimp.com/developer/marketing/api/lists/ and …/api/root/ */
export const listRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", "", async ({ desk }) => ({
    account_id: desk.account.externalId,
    login_id: "60412087",
    account_name: desk.account.label,
    email: "ana@example.com",
    first_name: "Ana",
    last_name: "",
    username: "ana",
    role: "owner",
    pricing_plan_type: "monthly",
    account_timezone: "Europe/Lisbon",
    account_industry: "Restaurant",
  })),
  apiRoute("GET", "/lists", async ({ desk, query }) => {
    const lists = await desk.store.list("list", listDocument);
    const presented = await Promise.all(lists.map(({ data }) => presentList(desk.store, data)));
    return collection(
      query,
      "lists",
      presented,
      linksTo({ path: "/lists", schema: "Lists/CollectionResponse" }, root),
    );
  }),
  apiRoute("GET", "/lists/(?<list>[^/]+)", async (api) =>
    presentList(api.desk.store, await requireList(api)),
  ),
];

async function presentList(store: SandboxStore, { merge_fields: _, ...list }: ListDocument) {
  const counts = await countMembers(store, list.id);
  return {
    ...list,
    use_archive_bar: true,
    notify_on_subscribe: "",
    notify_on_unsubscribe: "",
    list_rating: 3,
    email_type_option: false,
    visibility: "prv",
    has_welcome: false,
    marketing_permissions: false,
    modules: [],
    stats: {
      member_count: counts.subscribed,
      unsubscribe_count: counts.unsubscribed,
      cleaned_count: counts.cleaned,
    },
    _links: linksTo(
      { path: `/lists/${list.id}`, schema: "Lists/Response" },
      { path: "/lists", schema: "Lists/CollectionResponse" },
    ),
  };
}
