import type { InboxChoice } from "#components/webhooks/editor/endpoint-section.tsx";
import type { Ctx } from "#lib/auth/context.ts";
import { env } from "#lib/env.ts";
import { listInboxes } from "#lib/test-inboxes/inboxes.ts";

/** The test inboxes that a webhook can send to; null where there is no sandbox. */
export async function inboxChoices(ctx: Ctx): Promise<InboxChoice[] | null> {
  if (env().SANDBOX !== "on") return null;
  return (await listInboxes({ ctx })).data.map(({ id, name, url }) => ({ id, name, url }));
}
