import { z } from "zod";
import type { Call } from "../../call.ts";
import type { Resource, ResourceItem } from "../../resource.ts";
import { askMailchimp } from "../client.ts";
import { listAudiences } from "../list-audiences.ts";

const tagsAnswer = z.looseObject({ tags: z.array(z.looseObject({ name: z.string() })) });

/** Each audience costs a request, and a form waits for them. */
const askedAudiences = 20;

/**
 * The tags of all audiences by their names, by which Mailchimp sets them:
 * https://mailchimp.com/developer/marketing/api/lists-tags-search/
 */
export const tags = {
  title: "Tags",
  scopes: [],
  list: async (call, { cursor, limit, search = "" }) => {
    const start = cursor && /^\d{1,7}$/.test(cursor) ? Number(cursor) : 0;
    const wanted = search.trim().toLowerCase();
    const all = await listTags(call);
    const fitting = all.filter(({ label }) => label.toLowerCase().includes(wanted));
    const end = start + limit;
    return { items: fitting.slice(start, end), nextCursor: end < fitting.length ? String(end) : null };
  },
} satisfies Resource;

async function listTags(call: Call): Promise<ResourceItem[]> {
  const audiencesOf = new Map<string, string[]>();
  for (const { id, name } of (await listAudiences(call)).slice(0, askedAudiences)) {
    const request = { method: "GET", path: `/lists/${id}/tag-search`, what: "audience" } as const;
    const answer = await askMailchimp(call, request, tagsAnswer);
    for (const tag of answer.tags) audiencesOf.set(tag.name, [...(audiencesOf.get(tag.name) ?? []), name]);
  }
  return [...audiencesOf]
    .toSorted(([one], [other]) => one.localeCompare(other, "en"))
    .map(([name, audiences]) => ({ id: name, label: name, details: { audience: audiences.join(", ") } }));
}
