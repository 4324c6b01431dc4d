import type { SandboxRoute } from "../../sandbox-kit/contract.ts";
import { type Api, apiRoute } from "./api-route.ts";
import { keyIn, type MemberDocument, md5Of, memberDocument } from "./documents.ts";
import { requireList } from "./list-routes.ts";
import { presentMember } from "./present-member.ts";
import { putBody, putMember } from "./put-member.ts";
import { notFound } from "./replies.ts";

/** The hash in the path; an address is taken as well. */
export function hashOf({ part }: Pick<Api, "part">): string {
  const given = part("member");
  return given.includes("@") ? md5Of(given) : given.toLowerCase();
}

/** @throws {ApiRefusal} 404 */
export async function requireMember(api: Api): Promise<MemberDocument> {
  const list = await requireList(api);
  const member = await api.desk.store.get("member", keyIn(list.id, hashOf(api)), memberDocument);
  if (!member) throw notFound();
  return member;
}

const path = "/lists/(?<list>[^/]+)/members/(?<member>[^/]+)";

/** https://mailchimp.com/developer/marketing/api/list-members/ */
export const memberRoutes: readonly SandboxRoute[] = [
  apiRoute("GET", path, async (api) => presentMember(api.desk.store, await requireMember(api))),
  apiRoute("PUT", path, async (api) => {
    const list = await requireList(api);
    const member = await putMember(api.desk, list, hashOf(api), api.body(putBody));
    return presentMember(api.desk.store, member);
  }),
];
