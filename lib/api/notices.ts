import { pageOf } from "#lib/listing/page.ts";
import { listNotices } from "#lib/notices/list-notices.ts";
import { listNoticesInput, noticeDto } from "#lib/notices/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

export const listNoticesEndpoint = {
  method: "GET",
  path: "/api/notices",
  summary: "List notices to people of the merchant, newest first",
  tag: "Notices",
  permission: "read",
  input: listNoticesInput,
  output: pageOf(noticeDto),
  status: 200,
  run: listNotices,
} satisfies Endpoint;
