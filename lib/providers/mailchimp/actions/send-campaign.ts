import { z } from "zod";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import type { Call } from "../../contract/call.ts";
import type { ProviderError } from "../../contract/provider-error.ts";
import { failure } from "../../kit/failures.ts";
import { type Campaign, campaignFields, campaignSchema, getTitle } from "../campaign.ts";
import { api } from "../client.ts";
import { campaignId } from "../fields.ts";
import { tell } from "../words.ts";

const checklist = z.looseObject({
  is_ready: z.boolean(),
  items: z
    .array(
      z.looseObject({
        type: z.string(),
        heading: z.string().catch(""),
        details: z.string().catch(""),
      }),
    )
    .catch([]),
});

/** https://mailchimp.com/developer/marketing/api/campaigns/send-campaign/ */
export const sendCampaign = defineAction({
  title: "Send a campaign",
  description: "Sends a draft to everyone in its audience, once. A campaign that was sent is not sent again.",
  scopes: [],
  effect: "write",
  idempotency: "look_up_first",
  input: z.strictObject({
    campaign: campaignId.meta({
      title: "Campaign",
      description: "A draft that is ready. It goes out at once, and cannot be called back.",
      resource: "campaigns",
    } satisfies FieldMeta),
  }),
  output: z.strictObject({
    campaignId: z.string(),
    title: z.string(),
    status: z.string().describe("Mailchimp's word: sending, sent"),
    recipients: z.int().nullable().describe("How many people it goes to, where Mailchimp says so"),
    wasSentAlready: z.boolean().describe("true: it had been sent before, and nothing was sent now"),
  }),
  example: { campaign: "42c1ab09de" },
  run: async (call, { campaign: id }) => {
    const campaign = await readCampaign(call, id);
    if (isSent(campaign)) return toOutput(campaign, true);
    if (campaign.status !== "save") throw notADraft(campaign);
    await requireReady(call, campaign);
    const request = { method: "POST", path: `/campaigns/${id}/actions/send`, what: "campaign" } as const;
    const reply = await api.send(call, request);
    const after = reply.status === 204 || reply.status === 400 ? await readCampaign(call, id) : campaign;
    // Refused because somebody else was quicker: what was wanted has come about.
    if (reply.status === 400 && isSent(after)) return toOutput(after, true);
    await api.requireDone(call, request, reply);
    return toOutput(after, false);
  },
});

function readCampaign(call: Call, id: string): Promise<Campaign> {
  const query = { fields: campaignFields.join(",") };
  return api.ask(call, { method: "GET", path: `/campaigns/${id}`, what: "campaign", query }, campaignSchema);
}

function isSent({ status }: Campaign): boolean {
  return status === "sending" || status === "sent";
}

function notADraft(campaign: Campaign): ProviderError {
  const { status } = campaign;
  return failure(
    "conflict",
    tell("not_a_draft", { campaign: formatTitle(campaign), status }),
    `status: ${status}`,
  );
}

/** https://mailchimp.com/developer/marketing/api/campaign-send-checklist/ */
async function requireReady(call: Call, campaign: Campaign): Promise<void> {
  const path = `/campaigns/${campaign.id}/send-checklist`;
  const { is_ready, items } = await api.ask(call, { method: "GET", path, what: "campaign" }, checklist);
  if (is_ready) return;
  const missingItems = items
    .filter(({ type }) => type === "error")
    .slice(0, 5)
    .map(({ heading, details }) => [heading, details].filter(Boolean).join(": ").replace(/\.$/, ""));
  const missing = missingItems.join("; ") || null;
  const message = tell("not_ready", { campaign: formatTitle(campaign), missing });
  throw failure("invalid_input", message, `send-checklist: ${missing ?? "not ready"}`);
}

function formatTitle({ settings }: Campaign): string {
  return settings?.title || settings?.subject_line || "none";
}

function toOutput(campaign: Campaign, wasSentAlready: boolean) {
  return {
    campaignId: campaign.id,
    title: getTitle(campaign),
    status: campaign.status,
    recipients: campaign.recipients?.recipient_count ?? null,
    wasSentAlready,
  };
}
