import type { SandboxStore } from "../../sandbox-kit/contract.ts";
import { type MemberDocument, type TagDocument, tagDocument } from "./documents.ts";
import { linksTo } from "./links.ts";

/** https://mailchimp.com/developer/marketing/api/list-members/get-member-info/ */
export async function presentMember(store: SandboxStore, member: MemberDocument) {
  const { unsubscribe_reason, ...kept } = member;
  const tags = await listTags(store, member.list_id);
  const collection = `/lists/${member.list_id}/members`;
  const named = member.tags.flatMap((id) => tags.filter((tag) => tag.id === id));
  const name = [member.merge_fields.FNAME, member.merge_fields.LNAME].filter(Boolean).join(" ");
  return {
    ...kept,
    ...(unsubscribe_reason === "" ? {} : { unsubscribe_reason }),
    contact_id: member.id,
    full_name: name,
    consents_to_one_to_one_messaging: true,
    stats: { avg_open_rate: 0, avg_click_rate: 0 },
    ip_signup: "",
    ip_opt: "",
    member_rating: 2,
    language: "",
    vip: false,
    email_client: "",
    location: {
      latitude: 0,
      longitude: 0,
      gmtoff: 0,
      dstoff: 0,
      country_code: "",
      timezone: "",
      region: "",
    },
    tags_count: named.length,
    tags: named.map(({ id, name }) => ({ id, name })),
    _links: linksTo(
      { path: `${collection}/${member.id}`, schema: "Lists/Members/Response" },
      { path: collection, schema: "Lists/Members/CollectionResponse" },
    ),
  };
}

export async function listTags(store: SandboxStore, listId: string): Promise<TagDocument[]> {
  const tags = await store.list("tag", tagDocument);
  return tags.map(({ data }) => data).filter((tag) => tag.list_id === listId);
}
