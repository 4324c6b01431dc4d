import { z } from "zod";
import { pageOf } from "#lib/listing/page.ts";
import { listInboxes, updateInbox } from "#lib/test-inboxes/inboxes.ts";
import { listInboxRequests } from "#lib/test-inboxes/list-inbox-requests.ts";
import {
  inboxDto,
  inboxRequestDto,
  listInboxRequestsInput,
  updateInboxInput,
} from "#lib/test-inboxes/schema.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";

const tag = "Sandbox";

export const listInboxesEndpoint = {
  method: "GET",
  path: "/api/sandbox/inboxes",
  summary: "Inboxes to point a webhook at",
  tag,
  permission: "read",
  input: z.strictObject({}),
  output: z.object({ data: z.array(inboxDto), nextCursor: z.null() }),
  status: 200,
  run: async ({ ctx }) => ({ data: await listInboxes({ ctx }), nextCursor: null }),
} satisfies Endpoint;

export const updateInboxEndpoint = {
  method: "PATCH",
  path: "/api/sandbox/inboxes/{id}",
  summary: "Tell an inbox how to answer",
  tag,
  permission: "webhooks:write",
  input: updateInboxInput,
  output: inboxDto,
  status: 200,
  run: updateInbox,
} satisfies Endpoint;

export const listInboxRequestsEndpoint = {
  method: "GET",
  path: "/api/sandbox/inboxes/{id}/requests",
  summary: "What an inbox has received, newest first",
  tag,
  permission: "read",
  input: listInboxRequestsInput,
  output: pageOf(inboxRequestDto),
  status: 200,
  run: listInboxRequests,
} satisfies Endpoint;
