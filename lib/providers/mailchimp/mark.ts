import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { hint, hintedObject } from "../kit/lenient.ts";
import { shortKey } from "../kit/once.ts";
import { type Campaign, campaignFields, campaignSchema } from "./campaign.ts";
import { listPage } from "./client.ts";
import { unreadable } from "./errors.ts";

const titled = z.looseObject({ settings: hintedObject({ title: hint }) });

/** The newest campaigns of an audience among which ours is looked for: a page of Mailchimp's. */
const searchedCampaigns = 1_000;

/**
 * How a campaign is known again: Mailchimp has no idempotency key, and of what a campaign keeps, its title is seen by
 * nobody but the shop.
 */
export function createMark(idempotencyKey: string): string {
  return `(Patchbay ${shortKey(idempotencyKey, 12)})`;
}

/** The campaign of this call's idempotency key, where an earlier try has made it. */
export async function findCampaignByKey(call: Call, audience: string): Promise<Campaign | null> {
  const mark = createMark(call.idempotencyKey);
  const { items } = await listPage(call, {
    path: "/campaigns",
    what: "audience",
    name: "campaigns",
    read: (record) => ({ record, ...titled.parse(record) }),
    known: { id: "id" },
    fields: campaignFields,
    cursor: null,
    limit: searchedCampaigns,
    query: { list_id: audience, sort_field: "create_time", sort_dir: "DESC" },
  });
  const found = items.find(({ settings }) => settings?.title?.endsWith(mark));
  if (!found) return null;
  const campaign = campaignSchema.safeParse(found.record);
  // It is there, so that making it once more would be wrong.
  if (!campaign.success) throw unreadable(`the campaign of this key: ${z.prettifyError(campaign.error)}`);
  return campaign.data;
}
