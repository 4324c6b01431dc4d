import { createHash } from "node:crypto";
import { z } from "zod";
import type { Inbound, InboundEffect, InboundMessage, InboundRequest } from "../inbound.ts";
import { failure } from "./failures.ts";
import { verifySignature } from "./signature.ts";

const number = z.union([z.number(), z.string()]);

/** Other fields, and other types of events than those asked for, may come. */
const event = z.looseObject({
  subscriptionType: z.string().min(1),
  portalId: z.union([z.int().positive(), z.string().min(1)]),
  eventId: number.optional(),
  subscriptionId: number.optional(),
  occurredAt: number.optional(),
  objectId: number.optional(),
  objectTypeId: z.string().optional(),
});
type HubSpotEvent = z.infer<typeof event>;

const events = z.array(event).min(1).max(1_000);

/**
 * HubSpot posts up to a hundred events at once to the app's one address:
 * https://developers.hubspot.com/docs/apps/developer-platform/add-features/configure-webhooks. None of them says that
 * the app was uninstalled (only the Webhooks Journal does, which is not posted but asked); the check of health finds
 * that out, by introspection.
 */
export const inbound = {
  address: "app",
  signedBy: "app",
  maxAgeSeconds: 300,
  verify: verifySignature,
  parse,
  subscribe: null,
} satisfies Inbound;

/** One message for each account: several may come in one request. */
function parse({ body }: InboundRequest): InboundMessage[] {
  const read = events.safeParse(readJson(body));
  if (!read.success) throw unknownForm(z.prettifyError(read.error));
  const portals = [...new Set(read.data.map(({ portalId }) => portalId))];
  return portals.map((portal) => messageOf(read.data.filter(({ portalId }) => portalId === portal)));
}

function messageOf(all: readonly HubSpotEvent[]): InboundMessage {
  const types = [...new Set(all.map(({ subscriptionType }) => subscriptionType))];
  return {
    id: idOf(all),
    topic: types.join(", ").slice(0, 200),
    accountId: String(all[0]?.portalId),
    effects: types.flatMap((type) =>
      effectsOf(
        type,
        all.filter((one) => one.subscriptionType === type),
      ),
    ),
  };
}

/** Not by the body, in which each attempt has its own number; and `eventId` alone is not unique. */
function idOf(all: readonly HubSpotEvent[]): string {
  const hash = createHash("sha256");
  for (const { portalId, subscriptionType, subscriptionId, eventId, occurredAt, objectId } of all) {
    hash.update(
      JSON.stringify([portalId, subscriptionType, subscriptionId, eventId, occurredAt, objectId].map(String)),
    );
  }
  return hash.digest("hex");
}

function effectsOf(type: string, all: readonly HubSpotEvent[]): InboundEffect[] {
  const kinds = all.map(({ objectTypeId }) => kindOf(type, objectTypeId));
  const contacts = kinds.filter((kind) => kind === "contact").length;
  const deals = kinds.filter((kind) => kind === "deal").length;
  if (type === "contact.privacyDeletion") {
    const title = `${count(all.length, "contact")} deleted for good in HubSpot, for privacy. Patchbay keeps no copies of contacts.`;
    return [{ kind: "noted", title }];
  }
  if (!type.endsWith(".deletion")) return [];
  const titles = [
    ...(contacts > 0 ? [`${count(contacts, "contact")} deleted in HubSpot.`] : []),
    ...(deals > 0 ? [`${count(deals, "deal")} deleted in HubSpot.`] : []),
  ];
  return titles.map((title) => ({ kind: "noted", title }));
}

/** Newer subscriptions say `object.deletion`, and of what by its type's number. */
function kindOf(type: string, objectTypeId: string | undefined): "contact" | "deal" | null {
  if (type.startsWith("contact.") || objectTypeId === "0-1") return "contact";
  if (type.startsWith("deal.") || objectTypeId === "0-3") return "deal";
  return null;
}

function count(number: number, noun: string): string {
  return number === 1 ? `A ${noun} was` : `${number} ${noun}s were`;
}

function readJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(body));
  } catch (error) {
    throw unknownForm(error instanceof Error ? error.message : String(error));
  }
}

function unknownForm(why: string) {
  return failure("invalid_input", "This message is not in the form of HubSpot's webhooks.", why);
}
