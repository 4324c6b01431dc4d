import { randomBytes } from "node:crypto";
import type { SandboxAccountSeed } from "../../sandbox-kit/contract.ts";
import { keyIn } from "./documents.ts";
import { seedCampaigns, seedTemplates } from "./seed-campaigns.ts";
import { seedLists, seedTags } from "./seed-lists.ts";
import { guests, seedForgotten, seedMembers, wineLovers } from "./seed-members.ts";

/** A small restaurant's account: its guests, the friends of its wine evenings, and what was written to them. */
export function newAccount({ name }: { name: string }): SandboxAccountSeed {
  return {
    externalId: randomBytes(13).toString("hex").slice(0, 25),
    label: name,
    objects: [
      ...seedLists(name).map((list) => ({ kind: "list", id: list.id, data: list })),
      ...seedTags().map((tag) => ({ kind: "tag", id: keyIn(tag.list_id, tag.id), data: tag })),
      ...[...seedMembers(guests), ...seedMembers(wineLovers)].map((member) => ({
        kind: "member",
        id: keyIn(member.list_id, member.id),
        data: member,
      })),
      ...seedForgotten().map((one) => ({ kind: "forgotten", id: keyIn(one.list_id, one.id), data: one })),
      ...seedTemplates().map((template) => ({ kind: "template", id: String(template.id), data: template })),
      ...seedCampaigns(name).map((campaign) => ({ kind: "campaign", id: campaign.id, data: campaign })),
    ],
  };
}
