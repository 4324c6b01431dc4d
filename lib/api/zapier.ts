import { z } from "zod";
import { pageOf } from "#lib/listing/page.ts";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { accountDto, getAccountInput } from "#lib/zapier/account-schema.ts";
import { getAccount } from "#lib/zapier/get-account.ts";
import {
  hookDto,
  hookIdInput,
  listHooksInput,
  subscribedHookDto,
  subscribeHookInput,
} from "#lib/zapier/hook-schema.ts";
import { listHooks } from "#lib/zapier/list-hooks.ts";
import { listSamples } from "#lib/zapier/list-samples.ts";
import { listSamplesInput, sampleDto } from "#lib/zapier/sample-schema.ts";
import { subscribeHook } from "#lib/zapier/subscribe-hook.ts";
import { unsubscribeHook } from "#lib/zapier/unsubscribe-hook.ts";

const tag = "Zapier";

export const getZapierAccountEndpoint = {
  method: "GET",
  path: "/api/zapier/me",
  summary: "Whom the key speaks for: Zapier's test of a connection",
  tag,
  permission: "read",
  input: getAccountInput,
  output: accountDto,
  status: 200,
  run: getAccount,
} satisfies Endpoint;

export const subscribeZapierHookEndpoint = {
  method: "POST",
  path: "/api/zapier/hooks",
  summary: "Subscribe a Zap to an event type; the same address and event again are the same hook",
  tag,
  permission: "webhooks:write",
  input: subscribeHookInput,
  output: subscribedHookDto,
  status: 201,
  run: subscribeHook,
} satisfies Endpoint;

export const listZapierHooksEndpoint = {
  method: "GET",
  path: "/api/zapier/hooks",
  summary: "List the hooks of Zaps, newest first",
  tag,
  permission: "read",
  input: listHooksInput,
  output: pageOf(hookDto),
  status: 200,
  run: listHooks,
} satisfies Endpoint;

export const unsubscribeZapierHookEndpoint = {
  method: "DELETE",
  path: "/api/zapier/hooks/{id}",
  summary: "Unsubscribe a Zap; what waits for it is cancelled",
  tag,
  permission: "webhooks:write",
  input: hookIdInput,
  output: subscribedHookDto,
  status: 200,
  run: unsubscribeHook,
} satisfies Endpoint;

export const listZapierSamplesEndpoint = {
  method: "GET",
  path: "/api/zapier/samples/{eventType}",
  summary: "The newest events of a type as a Zap gets them, or the example where there is none",
  tag,
  permission: "read",
  input: listSamplesInput,
  output: z.array(sampleDto),
  status: 200,
  run: listSamples,
} satisfies Endpoint;
