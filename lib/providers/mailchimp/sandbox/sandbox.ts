import { z } from "zod";
import type { ProviderSandbox, SandboxStore } from "../../sandbox-kit/contract.ts";
import { listAll, requireOne } from "../../sandbox-kit/objects.ts";
import { notFound, refuse } from "./answers.ts";
import { collection, linksTo, root, route, sorted } from "./api.ts";
import { campaignRoutes } from "./campaigns.ts";
import { commands } from "./commands.ts";
import { keyIn, listTags, type TagDocument, type TemplateDocument, templateDocument } from "./documents.ts";
import { listRoutes, requireList } from "./lists.ts";
import { memberRoutes, requireMember } from "./members.ts";
import { loginRoutes, readCredential } from "./oauth.ts";
import { newAccount } from "./seed.ts";
import { webhookRoutes } from "./webhooks.ts";

const tagsBody = z.strictObject({
  tags: z.array(z.strictObject({ name: z.string().min(1).max(100), status: z.enum(["active", "inactive"]) })),
  is_syncing: z.boolean().optional(),
});

const path = "/lists/(?<list>[^/]+)/members/(?<member>[^/]+)/tags";

/** https://mailchimp.com/developer/marketing/api/list-member-tags/ and …/api/lists-tags-search/ */
const tagRoutes = [
  route("GET", path, async (api) => {
    const member = await requireMember(api);
    const tags = await listTags(api.context.store, member.list_id);
    const own = tags.filter(({ id }) => member.tags.includes(id));
    const presented = own.map(({ id, name }) => ({ id, name, date_added: member.last_changed }));
    const memberLink = {
      path: `/lists/${member.list_id}/members/${member.id}`,
      schema: "Lists/Members/Response",
    };
    const self = { path: `${memberLink.path}/tags`, schema: "Lists/Members/Tags/CollectionResponse" };
    return collection(api.query, "tags", presented, linksTo(self, memberLink));
  }),
  route("POST", path, async (api) => {
    const member = await requireMember(api);
    const { tags } = api.body(tagsBody);
    const own = new Set(member.tags);
    for (const { name, status } of tags) {
      const tag = await findTag(api.context.store, member.list_id, name, status === "active");
      if (!tag) continue;
      if (status === "active") own.add(tag.id);
      else own.delete(tag.id);
    }
    await api.context.store.put("member", keyIn(member.list_id, member.id), { ...member, tags: [...own] });
    return undefined;
  }),
  route("GET", "/lists/(?<list>[^/]+)/tag-search", async (api) => {
    const list = await requireList(api);
    const prefix = (api.query.get("name") ?? "").toLowerCase();
    const tags = await listTags(api.context.store, list.id);
    const found = tags.filter(({ name }) => name.toLowerCase().startsWith(prefix));
    return { tags: found.map(({ id, name }) => ({ id, name })), total_items: found.length };
  }),
];

/** https://mailchimp.com/developer/marketing/api/templates/ */
const templateRoutes = [
  route("GET", "/templates", async ({ context, query }) => {
    const templates = await listAll(context.store, "template", templateDocument);
    const type = query.get("type");
    const contentType = query.get("content_type");
    const found = templates.filter(
      (template) =>
        template.active &&
        (type === null || template.type === type) &&
        (contentType === null || template.content_type === contentType),
    );
    const ordered = sorted(query, found, {
      name: ({ name }) => name,
      date_created: ({ date_created }) => date_created,
      date_edited: ({ date_edited }) => date_edited,
    });
    return collection(
      query,
      "templates",
      ordered.map(presentTemplate),
      linksTo({ path: "/templates", schema: "Templates/CollectionResponse" }, root),
    );
  }),
  route("GET", "/templates/(?<template>\\d+)", async ({ context, part }) => {
    return presentTemplate(
      await requireOne(context.store, "template", part("template"), templateDocument, notFound),
    );
  }),
];

/** Mailchimp's Marketing API as its documentation describes it: https://mailchimp.com/developer/marketing/api/ */
export const sandbox = {
  hosts: ["login.mailchimp.com", "*.api.mailchimp.com"],
  newAccount,
  readCredential,
  routes: [
    ...loginRoutes,
    ...listRoutes,
    ...memberRoutes,
    ...tagRoutes,
    ...templateRoutes,
    ...campaignRoutes,
    ...webhookRoutes,
  ],
  refuse,
  commands,
} satisfies ProviderSandbox;

function presentTemplate(template: TemplateDocument) {
  return {
    ...template,
    drag_and_drop: template.content_type !== "html",
    responsive: true,
    category: "",
    edited_by: template.created_by,
    folder_id: "",
    thumbnail: "",
    share_url: "",
    _links: linksTo(
      { path: `/templates/${template.id}`, schema: "Templates/Response" },
      { path: "/templates", schema: "Templates/CollectionResponse" },
    ),
  };
}

/** A tag that does not exist is made where it is to be set. */
async function findTag(
  store: SandboxStore,
  listId: string,
  name: string,
  isMade: boolean,
): Promise<TagDocument | null> {
  const known = (await listTags(store, listId)).find((tag) => tag.name === name);
  if (known || !isMade) return known ?? null;
  const tag = { list_id: listId, id: 7_000_100 + (await store.next("tag")), name };
  await store.put("tag", keyIn(listId, tag.id), tag);
  return tag;
}
