import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll, requireOne } from "../../sandbox-kit/objects.ts";
import { notFound } from "./answers.ts";
import { type Api, collection, linksTo, root, route } from "./api.ts";
import { type ListDocument, listDocument, memberDocument } from "./documents.ts";

/** @throws {Refused} 404 */
export function requireList({ context, part }: Pick<Api, "context" | "part">): Promise<ListDocument> {
  return requireOne(context.store, "list", part("list"), listDocument, notFound);
}

export async function countMembers(store: SandboxStore, listId: string) {
  const members = await listAll(store, "member", memberDocument);
  const count = (status: string) =>
    members.filter((member) => member.list_id === listId && member.status === status).length;
  return {
    subscribed: count("subscribed"),
    unsubscribed: count("unsubscribed"),
    cleaned: count("cleaned"),
  };
}

/** https://mailchimp.com/developer/marketing/api/lists/ and …/api/root/ */
export const listRoutes = [
  route("GET", "", async ({ context }) => ({
    account_id: context.account.externalId,
    login_id: "60412087",
    account_name: context.account.label,
    email: "ana@example.com",
    first_name: "Ana",
    last_name: "",
    username: "ana",
    role: "owner",
    pricing_plan_type: "monthly",
    account_timezone: "Europe/Lisbon",
    account_industry: "Restaurant",
  })),
  route("GET", "/lists", async ({ context, query }) => {
    const lists = await listAll(context.store, "list", listDocument);
    const presented = await Promise.all(lists.map((list) => presentList(context.store, list)));
    return collection(
      query,
      "lists",
      presented,
      linksTo({ path: "/lists", schema: "Lists/CollectionResponse" }, root),
    );
  }),
  route("GET", "/lists/(?<list>[^/]+)", async (api) =>
    presentList(api.context.store, await requireList(api)),
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
