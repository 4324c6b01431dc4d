import { z } from "zod";
import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { pageInput } from "#lib/listing/page.ts";
import { shortText } from "#lib/text-schema.ts";
import { createWebhookInput, webhookDto, webhookIdInput } from "#lib/webhooks/schema.ts";

const hookUrl = createWebhookInput.shape.url;

/** What Zapier sends when a Zap is switched on. Its own editor calls the address `hookUrl`, its code `targetUrl`. */
export const subscribeHookInput = z
  .strictObject({
    targetUrl: hookUrl.optional().describe("Where the Zap wants its events; it may be called hookUrl too"),
    hookUrl: hookUrl.optional().describe("The same as targetUrl: give one of the two"),
    eventType: z.enum(eventCatalogue.map(({ type }) => type)),
    zapId: shortText(100).optional().describe("The Zap's id at Zapier, for people to tell hooks apart"),
  })
  .superRefine(({ targetUrl, hookUrl: other }, check) => {
    const isGivenOnce = (targetUrl === undefined) !== (other === undefined);
    if (isGivenOnce) return;
    const message =
      targetUrl === undefined ? saidParam(say("field_needed")) : saidParam(say("field_hook_address_twice"));
    check.addIssue({ code: "custom", path: ["targetUrl"], message });
  });

export const hookIdInput = webhookIdInput;

/** What Zapier keeps of a subscription, to end it by. */
export const subscribedHookDto = z.object({ id: z.string() });
export type SubscribedHookDto = z.infer<typeof subscribedHookDto>;

export const listHooksInput = z.strictObject(pageInput);

/** A Zap's hook: a webhook that goes under the same id everywhere else. */
export const hookDto = z.object({
  id: z.string(),
  targetUrl: z.string(),
  eventType: z.string(),
  zapId: z.string().nullable(),
  ...webhookDto.pick({
    status: true,
    disabledReason: true,
    disabledAt: true,
    pausedAt: true,
    failingSince: true,
    createdAt: true,
  }).shape,
});
export type HookDto = z.infer<typeof hookDto>;
