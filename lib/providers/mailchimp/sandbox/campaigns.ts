import { randomBytes } from "node:crypto";
import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import type { SandboxAccountContext } from "../../sandbox-kit/contract.ts";
import { listAll, requireOne } from "../../sandbox-kit/objects.ts";
import { notFound, problem, refuseResource } from "./answers.ts";
import { type Api, collection, linksTo, root, route, sorted } from "./api.ts";
import { checkCampaign, presentCampaign } from "./campaign-views.ts";
import {
  type CampaignDocument,
  campaignDocument,
  listDocument,
  templateDocument,
  timeText,
} from "./documents.ts";
import { countMembers } from "./lists.ts";

const path = "/campaigns/(?<campaign>[^/]+)";

/** https://mailchimp.com/developer/marketing/api/campaigns/ */
export const campaignRoutes = [
  route("GET", "/campaigns", async ({ context, query }) => {
    const campaigns = await listAll(context.store, "campaign", campaignDocument);
    const found = campaigns.filter(
      ({ status, list_id, type }) =>
        isAskedFor(query, "status", status) &&
        isAskedFor(query, "list_id", list_id) &&
        isAskedFor(query, "type", type),
    );
    const ordered = sorted(query, found, {
      create_time: ({ create_time, web_id }) => `${create_time} ${String(web_id).padStart(12, "0")}`,
      send_time: ({ send_time }) => send_time,
    });
    const presented = await Promise.all(ordered.map((campaign) => presentCampaign(context.store, campaign)));
    return collection(
      query,
      "campaigns",
      presented,
      linksTo({ path: "/campaigns", schema: "Campaigns/CollectionResponse" }, root),
    );
  }),
  route("POST", "/campaigns", async ({ context, body }) =>
    presentCampaign(context.store, await addCampaign(context, body(campaignBody))),
  ),
  route("GET", path, async (api) => presentCampaign(api.context.store, await requireCampaign(api))),
  route("GET", `${path}/send-checklist`, async (api) =>
    checkCampaign(api.context.store, await requireCampaign(api)),
  ),
  route("POST", `${path}/actions/send`, async (api) => {
    const campaign = await requireCampaign(api);
    const { is_ready: isReady } = await checkCampaign(api.context.store, campaign);
    if (campaign.status !== "save" || !isReady) {
      throw new Refused(problem(400, "Bad Request", "Your Campaign is not ready to send."));
    }
    const { subscribed } = await countMembers(api.context.store, campaign.list_id);
    const sending = {
      ...campaign,
      status: "sending",
      send_time: timeText(api.context.now()),
      recipient_count: subscribed,
    };
    await api.context.store.put("campaign", campaign.id, sending);
    return undefined;
  }),
];

function isAskedFor(query: URLSearchParams, name: string, value: string): boolean {
  const wanted = query.get(name);
  return wanted === null || wanted === value;
}

function requireCampaign({ context, part }: Api): Promise<CampaignDocument> {
  return requireOne(context.store, "campaign", part("campaign"), campaignDocument, notFound);
}

/** https://mailchimp.com/developer/marketing/api/campaigns/add-campaign/ */
const campaignBody = z.strictObject({
  type: z.enum(["regular", "plaintext", "absplit", "rss", "variate"]),
  recipients: z.strictObject({ list_id: z.string(), segment_opts: z.looseObject({}).optional() }).optional(),
  settings: z
    .strictObject({
      subject_line: z.string().max(150).optional(),
      preview_text: z.string().max(150).optional(),
      title: z.string().max(100).optional(),
      from_name: z.string().max(100).optional(),
      reply_to: z.email({ pattern: z.regexes.html5Email }).optional(),
      use_conversation: z.boolean().optional(),
      to_name: z.string().optional(),
      folder_id: z.string().optional(),
      authenticate: z.boolean().optional(),
      auto_footer: z.boolean().optional(),
      inline_css: z.boolean().optional(),
      auto_tweet: z.boolean().optional(),
      auto_fb_post: z.array(z.string()).optional(),
      fb_comments: z.boolean().optional(),
      template_id: z.int().optional(),
    })
    .optional(),
  tracking: z.looseObject({}).optional(),
  social_card: z.looseObject({}).optional(),
  content_type: z.enum(["template", "multichannel"]).optional(),
});

/** Keeps a draft. @throws {Refused} for a list or a template that is not there */
async function addCampaign(
  context: SandboxAccountContext,
  { type, recipients, settings = {}, content_type: contentType = "template" }: z.infer<typeof campaignBody>,
): Promise<CampaignDocument> {
  const listId = recipients?.list_id ?? "";
  if (recipients && !(await context.store.get("list", listId, listDocument))) {
    throw refuseResource([{ field: "recipients.list_id", message: "This list does not exist." }]);
  }
  await checkTemplate(context, settings.template_id, contentType);
  const campaign: CampaignDocument = {
    id: randomBytes(5).toString("hex"),
    web_id: 9_100_000 + (await context.store.next("campaign")),
    type,
    create_time: timeText(context.now()),
    status: "save",
    emails_sent: 0,
    send_time: "",
    content_type: contentType,
    list_id: listId,
    recipient_count: null,
    settings: {
      subject_line: "",
      preview_text: "",
      title: "",
      from_name: "",
      reply_to: "",
      template_id: 0,
      ...settings,
    },
    report: null,
  };
  await context.store.put("campaign", campaign.id, campaign);
  return campaign;
}

async function checkTemplate(
  { store }: SandboxAccountContext,
  id: number | undefined,
  contentType: "template" | "multichannel",
): Promise<void> {
  if (id === undefined) return;
  const template = await store.get("template", String(id), templateDocument);
  const refuse = (message: string) => refuseResource([{ field: "settings.template_id", message }]);
  if (!template?.active) throw refuse("This template does not exist.");
  if ((template.content_type === "multichannel") !== (contentType === "multichannel")) {
    throw refuse(`The content_type of this template is ${template.content_type}.`);
  }
}
