import { createHmac, randomInt } from "node:crypto";
import type { SandboxAccountContext, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import { sentText } from "../../sandbox-kit/sent.ts";
import { pipelineSchema } from "./account.ts";
import { recordSchema, type SandboxRecord, uniqueKey } from "./records.ts";

const stageLabels = ["New enquiry", "Enquiry came in"] as const;

/** What happens in an account without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "delete-contact": {
    title: "Delete a contact",
    run: async (context) => {
      const contact = await removeContact(context);
      if (!contact) return "There is no contact left.";
      const told = await sendEvents(context, [
        { subscriptionType: "contact.deletion", objectId: contact.id },
      ]);
      return `${getName(contact)} is deleted; ${told}.`;
    },
  },
  "delete-contact-for-privacy": {
    title: "Delete a contact for good, for privacy",
    run: async (context) => {
      const contact = await removeContact(context);
      if (!contact) return "There is no contact left.";
      // Both come: https://developers.hubspot.com/changelog/now-live-webhooks-now-support-privacy-compliant-contact-deletions
      const told = await sendEvents(context, [
        { subscriptionType: "contact.privacyDeletion", objectId: contact.id },
        { subscriptionType: "contact.deletion", objectId: contact.id },
      ]);
      return `${getName(contact)} is deleted for good; ${told}.`;
    },
  },
  "rename-stage": {
    title: "Rename the first stage of Parties and catering",
    run: renameStage,
  },
  "remove-stage": {
    title: "Remove the stage “Offer sent”",
    run: async ({ store }) => {
      const pipeline = await store.get("pipeline", "748213906", pipelineSchema);
      if (!pipeline) return "The pipeline is not there any more.";
      const stages = pipeline.stages.filter(({ id }) => id !== "1092846572");
      if (stages.length === pipeline.stages.length) return "“Offer sent” is gone already.";
      await store.put("pipeline", pipeline.id, { ...pipeline, stages });
      return "“Offer sent” is gone from Parties and catering.";
    },
  },
  "uninstall-app": {
    title: "Uninstall Patchbay",
    run: async (context) => {
      await context.revokeAll();
      return `Patchbay is no longer in ${context.account.label}. HubSpot sends no message about that.`;
    },
  },
};

async function removeContact({ store }: SandboxAccountContext): Promise<SandboxRecord | null> {
  const contact = (await listAll(store, "contact", recordSchema)).at(-1);
  if (!contact) return null;
  await store.remove("contact", contact.id);
  const { email } = contact.properties;
  if (email) await store.remove("unique-value", uniqueKey("contacts", "email", email));
  return contact;
}

async function renameStage({ store, now }: SandboxAccountContext): Promise<string> {
  const pipeline = await store.get("pipeline", "748213906", pipelineSchema);
  const [first, ...others] = pipeline?.stages ?? [];
  if (!pipeline || !first) return "The pipeline is not there any more.";
  const label = first.label === stageLabels[0] ? stageLabels[1] : stageLabels[0];
  const updatedAt = now().toISOString();
  const stages = [{ ...first, label, updatedAt }, ...others];
  await store.put("pipeline", pipeline.id, { ...pipeline, stages, updatedAt });
  return `“${first.label}” is now called “${label}”; its id is the same.`;
}

function getName({ id, properties: { firstname, lastname, email } }: SandboxRecord): string {
  return [firstname, lastname].filter(Boolean).join(" ") || email || `Contact ${id}`;
}

type SandboxEvent = { subscriptionType: string; objectId: string };

/**
 * Posts events to the app's address, signed by version 3:
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/request-validation
 * @returns how it was answered, in words
 */
async function sendEvents(context: SandboxAccountContext, events: readonly SandboxEvent[]): Promise<string> {
  const at = context.now().getTime();
  const body = JSON.stringify(
    events.map(({ subscriptionType, objectId }, index) => ({
      eventId: randomInt(1, 2 ** 31),
      subscriptionId: 3_105_220 + index,
      portalId: Number(context.account.externalId),
      appId: 7_204_518,
      occurredAt: at,
      subscriptionType,
      attemptNumber: 0,
      objectId: Number(objectId),
      changeFlag: "DELETED",
      changeSource: "CRM_UI",
      sourceId: "userId:61340227",
    })),
  );
  const { status } = await context.sendFirst({
    url: context.appWebhookUrl,
    headers: {
      "content-type": "application/json",
      "user-agent": "HubSpot Connect 2.0 (http://dev.hubspot.com/) (namespace: webhooks-nio-http-client)",
      "x-hubspot-request-timestamp": String(at),
      "x-hubspot-signature-v3": sign(context.app.clientSecret, context.appWebhookUrl, body, at),
    },
    body,
  });
  const what = events.map(({ subscriptionType }) => subscriptionType).join(" and ");
  return sentText(what, status);
}

/** Our address has nothing in it that would have to be decoded. */
function sign(secret: string, url: string, body: string, at: number): string {
  return createHmac("sha256", secret).update(`POST${url}${body}${at}`).digest("base64");
}
