import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import type { Resource, ResourceItem } from "../../contract/resource.ts";
import { id, optionalList } from "../../kit/lenient.ts";
import { type Reading, readEach, readPart } from "../../kit/read-each.ts";
import { pageOfWhole } from "../../kit/whole-list.ts";
import { api } from "../client.ts";
import { listAudiences } from "./audiences.ts";

const tagsAnswer = z.looseObject({ tags: optionalList });
/** Mailchimp sets tags by their names. */
const tagSchema = z.looseObject({ name: id });

/** Each audience costs a request, and a form waits for them. */
const askedAudiences = 20;

/**
 * The tags of all audiences by their names, by which Mailchimp sets them:
 * https://mailchimp.com/developer/marketing/api/lists-tags-search/
 */
export const tags = {
  title: "Tags",
  scopes: [],
  isOpen: true,
  list: async (call, query) => pageOfWhole(await listTags(call), query),
} satisfies Resource;

async function listTags(call: Call): Promise<Reading<ResourceItem>> {
  const audiencesByTag = new Map<string, string[]>();
  const { items: audiences, unread } = await listAudiences(call);
  for (const audience of audiences.slice(0, askedAudiences)) {
    const known = { externalId: audience.id, label: audience.name };
    const tags = await readPart(known, listAudienceTags(call, audience.id));
    for (const tag of tags.items)
      audiencesByTag.set(tag, [...(audiencesByTag.get(tag) ?? []), audience.name]);
    unread.push(...tags.unread);
  }
  const items = [...audiencesByTag]
    .toSorted(([one], [other]) => one.localeCompare(other, "en"))
    .map(([name, known]) => ({ id: name, label: name, details: { audience: known.join(", ") } }));
  return { items, unread };
}

async function listAudienceTags(call: Call, audience: string): Promise<Reading<string>> {
  const path = `/lists/${encodeURIComponent(audience)}/tag-search`;
  const { tags } = await api.ask(call, { method: "GET", path, what: "audience" }, tagsAnswer);
  return readEach(tags, { id: "name" }, (record) => tagSchema.parse(record).name);
}
