import { z } from "zod";
import type { SandboxAccountDesk } from "../../sandbox-kit/contract.ts";
import {
  forgottenDocument,
  keyIn,
  type ListDocument,
  type MemberDocument,
  md5Of,
  memberDocument,
  settableStatuses,
  timeText,
} from "./documents.ts";
import { ApiRefusal, problem, refuseResource } from "./replies.ts";
import { tellWebhooks } from "./tell-webhooks.ts";

const status = z.enum(settableStatuses);

/** https://mailchimp.com/developer/marketing/api/list-members/add-or-update-list-member/ */
export const putBody = z.strictObject({
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

/** Adds a contact, or changes the one that is there. @throws {ApiRefusal} */
export async function putMember(
  desk: SandboxAccountDesk,
  list: ListDocument,
  hash: string,
  body: PutBody,
): Promise<MemberDocument> {
  const known = await desk.store.get("member", keyIn(list.id, hash), memberDocument);
  return known ? changeMember(desk, list, known, body) : addMember(desk, list, body);
}

async function addMember(desk: SandboxAccountDesk, list: ListDocument, body: PutBody) {
  const { email_address: email, status_if_new, status: asked } = body;
  const wanted = status_if_new ?? asked;
  const missing = [email ? [] : ["email_address"], wanted ? [] : ["status_if_new"]].flat();
  if (!email || !wanted) {
    throw refuseResource([
      { field: "", message: `Required fields were not provided: ${missing.join(", ")}` },
    ]);
  }
  if (!z.email().safeParse(email).success) {
    throw new ApiRefusal(problem(400, "Invalid Resource", "Please provide a valid email address."));
  }
  const id = md5Of(email);
  if (await desk.store.get("forgotten", keyIn(list.id, id), forgottenDocument)) {
    const detail = `${email} was permanently deleted and cannot be re-imported. The contact must re-subscribe to get back on the list.`;
    throw new ApiRefusal(problem(400, "Forgotten Email Not Subscribed", detail));
  }
  const mergeFields = {
    ...Object.fromEntries(list.merge_fields.map(({ tag }) => [tag, ""])),
    ...knownFields(list, body),
  };
  requireFields(list, mergeFields);
  const now = timeText(desk.now());
  const member: MemberDocument = {
    list_id: list.id,
    id,
    email_address: email,
    unique_email_id: id.slice(0, 10),
    web_id: 500_000 + (await desk.store.next("contact")),
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
  await desk.store.put("member", keyIn(list.id, id), member);
  if (wanted === "subscribed") await tellWebhooks(desk, member, { type: "subscribe", source: "api" });
  return member;
}

async function changeMember(
  desk: SandboxAccountDesk,
  list: ListDocument,
  known: MemberDocument,
  body: PutBody,
) {
  const hasLeft = known.status === "unsubscribed" || known.status === "cleaned";
  if (hasLeft && body.status === "subscribed") {
    const detail = `${known.email_address} is in a compliance state due to unsubscribe, bounce, or compliance review and cannot be subscribed.`;
    throw new ApiRefusal(problem(400, "Member In Compliance State", detail));
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
  const member = { ...changed, last_changed: timeText(desk.now()) };
  await desk.store.put("member", keyIn(list.id, known.id), member);
  await tellWebhooks(desk, member, { type: "profile", source: "api" });
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
