import type { Provider } from "../contract/provider.ts";
import { addOrUpdateMember } from "./actions/add-or-update-member.ts";
import { createCampaign } from "./actions/create-campaign.ts";
import { listCampaigns } from "./actions/list-campaigns.ts";
import { sendCampaign } from "./actions/send-campaign.ts";
import { tagMember } from "./actions/tag-member.ts";
import { identify } from "./identify.ts";
import { inbound } from "./inbound/inbound.ts";
import { manifest } from "./manifest.ts";
import { audiences } from "./resources/audiences.ts";
import { campaigns } from "./resources/campaigns.ts";
import { tags } from "./resources/tags.ts";
import { templates } from "./resources/templates.ts";

export const mailchimp = {
  ...manifest,
  identify,
  actions: {
    "add-or-update-member": addOrUpdateMember,
    "tag-member": tagMember,
    "create-campaign": createCampaign,
    "send-campaign": sendCampaign,
    "list-campaigns": listCampaigns,
  },
  resources: { audiences, templates, campaigns, tags },
  inbound,
  sync: {},
  classifyError: () => null,
  sandbox: async () => (await import("./sandbox/sandbox.ts")).sandbox,
} satisfies Provider;
