import { automationSender } from "#lib/automations/sending/sender.ts";
import type { Sender } from "#lib/engine/sender.ts";
import { webhookSender } from "#lib/webhooks/sending/sender.ts";

/** Every kind of destination. A new one gets a line here. */
export const senders: readonly Sender[] = [webhookSender, automationSender];
