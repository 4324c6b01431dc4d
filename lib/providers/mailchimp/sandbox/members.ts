import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext, SandboxStore } from "../../sandbox-kit/contract.ts";
import { requireOne } from "../../sandbox-kit/objects.ts";
import { notFound, problem, refuseResource } from "./answers.ts";
import { type Api, linksTo, route } from "./api.ts";
import {
  forgottenDocument,
  keyIn,
  type ListDocument,
  listTags,
  type MemberDocument,
  memberDocument,
  settableStatuses,
  timeText,
  toMd5,
} from "./documents.ts";
import { requireList } from "./lists.ts";
import { tellWebhooks } from "./webhooks.ts";

/** The hash in the path; an address is taken as well. */
function toMemberHash({ part }: Pick<Api, "part">): string {
  const id = part("member");
  return id.includes("@") ? toMd5(id) : id.toLowerCase();
}

/** @throws {Refused} 404 */
export async function requireMember(api: Api): Promise<MemberDocument> {
  const list = await requireList(api);
  return requireOne(api.context.store, "member", keyIn(list.id, toMemberHash(api)), memberDocument, notFound);
}

const path = "/lists/(?<list>[^/]+)/members/(?<member>[^/]+)";

/** https://mailchimp.com/developer/marketing/api/list-members/ */
export const memberRoutes = [
  route("GET", path, async (api) => presentMember(api.context.store, await requireMember(api))),
  route("PUT", path, async (api) => {
    const list = await requireList(api);
    const member = await putMember(api.context, list, toMemberHash(api), api.body(putBody));
    return presentMember(api.context.store, member);
  }),
];

/** https://mailchimp.com/developer/marketing/api/list-members/get-member-info/ */
async function presentMember(store: SandboxStore, member: MemberDocument) {
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

const status = z.enum(settableStatuses);

/** https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/ */
const putBody = z.strictObject({
  email_address: z.string().optional(),
  status_if_new: status.optional(),
  status: status.optional(),
  email_type: z.enum(["html", "text"]).optional(),
  merge_fields: z.record(z.string(), z.union([z.string(), z.number(), z.looseObject({})])).optional(),
  interests: z.record(z.string(), z.boolean()).optional(),
  language: z.string().optional(),
  vip: z.boolean().optional(),
  location: z.strictObject({ latitude: z.number(), longitude: z.number() }).optional(),
  marketing_permissions: z
    .array(z.strictObject({ marketing_permission_id: z.string(), enabled: z.boolean() }))
    .optional(),
  ip_signup: z.string().optional(),
  timestamp_signup: z.string().optional(),
  ip_opt: z.string().optional(),
  timestamp_opt: z.string().optional(),
});
type PutBody = z.infer<typeof putBody>;

/** Adds a contact, or changes the one that is there. @throws {Refused} */
async function putMember(
  context: SandboxAccountContext,
  list: ListDocument,
  hash: string,
  body: PutBody,
): Promise<MemberDocument> {
  const known = await context.store.get("member", keyIn(list.id, hash), memberDocument);
  return known ? changeMember(context, list, known, body) : addMember(context, list, body);
}

async function addMember(context: SandboxAccountContext, list: ListDocument, body: PutBody) {
  const { email_address: email, status_if_new, status: asked } = body;
  const wanted = status_if_new ?? asked;
  const missing = [email ? [] : ["email_address"], wanted ? [] : ["status_if_new"]].flat();
  if (!email || !wanted) {
    throw refuseResource([
      { field: "", message: `Required fields were not provided: ${missing.join(", ")}` },
    ]);
  }
  if (!z.email({ pattern: z.regexes.html5Email }).safeParse(email).success) {
    throw new Refused(problem(400, "Invalid Resource", "Please provide a valid email address."));
  }
  const id = toMd5(email);
  if (await context.store.get("forgotten", keyIn(list.id, id), forgottenDocument)) {
    const detail = `${email} was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list.`;
    throw new Refused(problem(400, "Forgotten Email Not Subscribed", detail));
  }
  const mergeFields = {
    ...Object.fromEntries(list.merge_fields.map(({ tag }) => [tag, ""])),
    ...knownFields(list, body),
  };
  requireFields(list, mergeFields);
  const now = timeText(context.now());
  const member: MemberDocument = {
    list_id: list.id,
    id,
    email_address: email,
    unique_email_id: id.slice(0, 10),
    web_id: 500_000 + (await context.store.next("contact")),
    email_type: body.email_type ?? "html",
    status: wanted,
    unsubscribe_reason: "",
    merge_fields: mergeFields,
    tags: [],
    source: "API - Patchbay",
    timestamp_signup: wanted === "pending" ? now : "",
    timestamp_opt: wanted === "subscribed" ? now : "",
    last_changed: now,
  };
  await context.store.put("member", keyIn(list.id, id), member);
  if (wanted === "subscribed") await tellWebhooks(context, member, { type: "subscribe", source: "api" });
  return member;
}

async function changeMember(
  context: SandboxAccountContext,
  list: ListDocument,
  known: MemberDocument,
  body: PutBody,
) {
  const hasLeft = known.status === "unsubscribed" || known.status === "cleaned";
  if (hasLeft && body.status === "subscribed") {
    const detail = `${known.email_address} is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed.`;
    throw new Refused(problem(400, "Member In Compliance State", detail));
  }
  const mergeFields = { ...known.merge_fields, ...knownFields(list, body) };
  requireFields(list, mergeFields);
  const changed: MemberDocument = {
    ...known,
    status: body.status ?? known.status,
    email_type: body.email_type ?? known.email_type,
    merge_fields: mergeFields,
  };
  if (JSON.stringify(changed) === JSON.stringify(known)) return known;
  const member = { ...changed, last_changed: timeText(context.now()) };
  await context.store.put("member", keyIn(list.id, known.id), member);
  await tellWebhooks(context, member, { type: "profile", source: "api" });
  return member;
}

/** Fields that the audience does not have are passed over. */
function knownFields(list: ListDocument, { merge_fields = {} }: PutBody) {
  const tags = new Set(list.merge_fields.map(({ tag }) => tag));
  return Object.fromEntries(Object.entries(merge_fields).filter(([tag]) => tags.has(tag)));
}

function requireFields(list: ListDocument, mergeFields: Readonly<Record<string, unknown>>): void {
  const missing = list.merge_fields.filter(({ tag, required }) => required && !mergeFields[tag]);
  if (missing.length === 0) return;
  const errors = missing.map(({ tag }) => ({ field: tag, message: "Please enter a value" }));
  throw refuseResource(errors, "Your merge fields were invalid.");
}
