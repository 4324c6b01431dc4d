import type { SandboxStore } from "../../sandbox-contract.ts";
import { type MemberDocument, type TagDocument, tagDocument } from "./documents.ts";

/** https://mailchimp.com/developer/marketing/api/list-members/get-member-info/ */
export async function presentMember(store: SandboxStore, member: MemberDocument) {
  const tags = await listTags(store, member.list_id);
  const named = member.tags.flatMap((id) => tags.filter((tag) => tag.id === id));
  const name = [member.merge_fields.FNAME, member.merge_fields.LNAME].filter(Boolean).join(" ");
  return {
    ...member,
    contact_id: member.id,
    full_name: name,
    stats: { avg_open_rate: 0, avg_click_rate: 0 },
    ip_signup: "",
    ip_opt: "",
    member_rating: 2,
    language: "",
    vip: false,
    email_client: "",
    tags_count: named.length,
    tags: named.map(({ id, name }) => ({ id, name })),
  };
}

export async function listTags(store: SandboxStore, listId: string): Promise<TagDocument[]> {
  const tags = await store.list("tag", tagDocument);
  return tags.map(({ data }) => data).filter((tag) => tag.list_id === listId);
}
