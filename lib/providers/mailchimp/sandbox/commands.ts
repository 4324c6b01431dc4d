import type { SandboxAccountContext, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import {
  campaignDocument,
  forgottenDocument,
  keyIn,
  listDocument,
  type MemberDocument,
  memberDocument,
  tagDocument,
  timeText,
  webhookDocument,
} from "./documents.ts";
import { tellOfCampaign, tellOfCleaning, tellWebhooks } from "./webhooks.ts";

/** What happens in an account without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "unsubscribe-guest": {
    title: "A guest unsubscribes",
    run: async (context) => {
      const member = await changeStatus(context, "subscribed", "unsubscribed");
      if (!member) return "Nobody is subscribed any more.";
      const further = { "data[action]": "unsub", "data[reason]": "manual" };
      const told = await tellWebhooks(context, member, { type: "unsubscribe", source: "user" }, further);
      return `${member.email_address} unsubscribed. ${told}`;
    },
  },
  "confirm-subscription": {
    title: "A guest confirms that they want your e-mails",
    run: async (context) => {
      const member = await changeStatus(context, "pending", "subscribed");
      if (!member) return "Nobody has been asked to confirm.";
      const told = await tellWebhooks(context, member, { type: "subscribe", source: "user" });
      return `${member.email_address} is subscribed. ${told}`;
    },
  },
  "bounce-address": {
    title: "An e-mail to a guest comes back",
    run: async (context) => {
      const member = await changeStatus(context, "subscribed", "cleaned");
      if (!member) return "Nobody is subscribed any more.";
      const told = await tellOfCleaning(context, member, "hard");
      return `${member.email_address} was cleaned. ${told}`;
    },
  },
  "finish-sending": {
    title: "Mailchimp finishes sending campaigns",
    run: finishSending,
  },
  "delete-audience": {
    title: "Delete the newest audience",
    run: deleteAudience,
  },
  "revoke-app": {
    title: "Remove Patchbay from the account",
    run: async (context) => {
      await context.revokeAll();
      return `Patchbay may do nothing in ${context.account.label} any more. Mailchimp tells nobody of that.`;
    },
  },
};

/** Changes the first contact that has a status. */
async function changeStatus(
  { store, now }: SandboxAccountContext,
  from: MemberDocument["status"],
  to: MemberDocument["status"],
): Promise<MemberDocument | null> {
  const members = await listAll(store, "member", memberDocument);
  const found = members.find(({ status }) => status === from);
  if (!found) return null;
  const time = timeText(now());
  const optIn = to === "subscribed" ? { timestamp_opt: time } : {};
  const member = { ...found, ...optIn, status: to, last_changed: time };
  await store.put("member", keyIn(member.list_id, member.id), member);
  return member;
}

async function finishSending(context: SandboxAccountContext): Promise<string> {
  const done: string[] = [];
  for (const campaign of await listAll(context.store, "campaign", campaignDocument)) {
    if (campaign.status !== "sending") continue;
    const report = { opens: 0, unique_opens: 0, clicks: 0, subscriber_clicks: 0 };
    const sent = { ...campaign, status: "sent", emails_sent: campaign.recipient_count ?? 0, report } as const;
    await context.store.put("campaign", sent.id, sent);
    done.push(`“${sent.settings.title}” went to ${sent.emails_sent}. ${await tellOfCampaign(context, sent)}`);
  }
  return done.length === 0 ? "No campaign is on its way." : done.join(" ");
}

async function deleteAudience({ store }: SandboxAccountContext): Promise<string> {
  const list = (await listAll(store, "list", listDocument)).at(-1);
  if (!list) return "There is no audience any more.";
  const parts = [
    ["member", memberDocument] as const,
    ["forgotten", forgottenDocument] as const,
    ["tag", tagDocument] as const,
    ["webhook", webhookDocument] as const,
  ];
  for (const [kind, schema] of parts) {
    for (const { id, data } of await store.list<{ list_id: string }>(kind, schema)) {
      if (data.list_id === list.id) await store.remove(kind, id);
    }
  }
  await store.remove("list", list.id);
  return `The audience “${list.name}” is gone, with its contacts, tags and webhooks.`;
}
