import { listInboxes, updateInbox } from "#lib/test-inboxes/inboxes.ts";
import { listInboxRequests } from "#lib/test-inboxes/list-inbox-requests.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Sandbox";

export const sandboxEndpoints = {
  listInboxes: {
    method: "GET",
    path: "/api/sandbox/inboxes",
    summary: "Inboxes to point a webhook at",
    tag,
    verb: listInboxes,
    status: 200,
  },
  updateInbox: {
    method: "PATCH",
    path: "/api/sandbox/inboxes/{id}",
    summary: "Tell an inbox how to answer",
    tag,
    verb: updateInbox,
    status: 200,
  },
  listInboxRequests: {
    method: "GET",
    path: "/api/sandbox/inboxes/{id}/requests",
    summary: "What an inbox has received, newest first",
    tag,
    verb: listInboxRequests,
    status: 200,
  },
} satisfies Record<string, Endpoint>;
