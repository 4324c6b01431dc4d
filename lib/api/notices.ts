import { listNotices } from "#lib/notices/list-notices.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

export const noticeEndpoints = {
  listNotices: {
    method: "GET",
    path: "/api/notices",
    summary: "List notices to people of the merchant, newest first",
    tag: "Notices",
    verb: listNotices,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
