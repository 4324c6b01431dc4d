import { noticeEndpoints } from "#lib/api/notices.ts";
import { routeHandlers } from "#lib/transport/handle.ts";

export const { GET, POST, PUT, PATCH, DELETE } = routeHandlers(noticeEndpoints.listNotices);
