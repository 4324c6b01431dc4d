import type { SandboxAccountDesk, SandboxCommand } from "../../sandbox-kit/contract.ts";
import { pipelineSchema } from "./pipelines.ts";
import { recordSchema, type SandboxRecord, uniqueKey } from "./record.ts";
import { sendEvents } from "./webhooks.ts";

const stageLabels = ["New enquiry", "Enquiry came in"] as const;

/** What happens in an account without Patchbay. */
export const commands: Readonly<Record<string, SandboxCommand>> = {
  "delete-contact": {
    title: "Delete a contact",
    run: async (desk) => {
      const contact = await removeContact(desk);
      if (!contact) return "There is no contact left.";
      const told = await sendEvents(desk, [{ subscriptionType: "contact.deletion", objectId: contact.id }]);
      return `${nameOf(contact)} is deleted; ${told}.`;
    },
  },
  "delete-contact-for-privacy": {
    title: "Delete a contact for good, for privacy",
    run: async (desk) => {
      const contact = await removeContact(desk);
      if (!contact) return "There is no contact left.";
      // Both come: https://developers.hubspot.com/changelog/now-live-webhooks-now-support-privacy-compliant-contact-deletions
      const told = await sendEvents(desk, [
        { subscriptionType: "contact.privacyDeletion", objectId: contact.id },
        { subscriptionType: "contact.deletion", objectId: contact.id },
      ]);
      return `${nameOf(contact)} is deleted for good; ${told}.`;
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
    run: async (desk) => {
      await desk.revokeAll();
      return `Patchbay is no longer in ${desk.account.label}. HubSpot sends no message about that.`;
    },
  },
};

async function removeContact({ store }: SandboxAccountDesk): Promise<SandboxRecord | null> {
  const contacts = await store.list("contact", recordSchema);
  const contact = contacts.at(-1)?.data;
  if (!contact) return null;
  await store.remove("contact", contact.id);
  const { email } = contact.properties;
  if (email) await store.remove("unique-value", uniqueKey("contacts", "email", email));
  return contact;
}

async function renameStage({ store, now }: SandboxAccountDesk): Promise<string> {
  const pipeline = await store.get("pipeline", "748213906", pipelineSchema);
  const [first, ...others] = pipeline?.stages ?? [];
  if (!pipeline || !first) return "The pipeline is not there any more.";
  const label = first.label === stageLabels[0] ? stageLabels[1] : stageLabels[0];
  const updatedAt = now().toISOString();
  const stages = [{ ...first, label, updatedAt }, ...others];
  await store.put("pipeline", pipeline.id, { ...pipeline, stages, updatedAt });
  return `“${first.label}” is now called “${label}”; its id is the same.`;
}

function nameOf({ id, properties: { firstname, lastname, email } }: SandboxRecord): string {
  return [firstname, lastname].filter(Boolean).join(" ") || email || `Contact ${id}`;
}
