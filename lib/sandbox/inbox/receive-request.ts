import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { sandboxInboxes, sandboxInboxRequests } from "#db/schema/sandbox.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { storable } from "#lib/text.ts";
import { selectWebhooks } from "#lib/webhooks/find-webhook.ts";
import { maskerOf } from "#lib/webhooks/known-secrets.ts";
import { openWebhookSecrets, type WebhookSecrets } from "#lib/webhooks/secrets.ts";
import { sandboxId } from "../id-schema.ts";
import { requireSandbox } from "../require-sandbox.ts";
import { inboxUrl } from "./inboxes.ts";
import { shownHeaders } from "./shown-headers.ts";

/** An inbox keeps this many requests. */
const keptRequests = 500;

/** @throws {AppError} 404 for an inbox that is not there, or where the sandbox is off */
export async function requireInbox(id: string) {
  requireSandbox();
  if (!sandboxId.safeParse(id).success) throw notFound("inbox");
  const [inbox] = await db().select().from(sandboxInboxes).where(eq(sandboxInboxes.id, id));
  if (!inbox) throw notFound("inbox");
  return inbox;
}

/**
 * Takes down a request to an inbox as a receiver would: the signature is checked by the Standard Webhooks library,
 * with the secrets of the webhooks that point here. What is secret is kept masked: whoever may read sees it.
 * @returns the status to answer, or null to leave the request without an answer
 * @throws {AppError} 404 for an inbox that is not there
 */
export async function receiveInboxRequest(input: {
  inboxId: string;
  headers: Record<string, string>;
  body: string;
}): Promise<number | null> {
  const inbox = await requireInbox(input.inboxId);
  const senders = await findSenders(inbox.merchantId, inbox.id);
  const signatureProblem = findSignatureProblem(senders, input);
  const mask = maskerOf(...senders);
  const answeredStatus = inbox.behaviour === "hang" ? null : inbox.answerStatus;
  await db()
    .insert(sandboxInboxRequests)
    .values({
      id: newId("inb"),
      merchantId: inbox.merchantId,
      inboxId: inbox.id,
      headers: mask.inValues(shownHeaders(input.headers)),
      body: mask.inText(storable(input.body)),
      isSignatureValid: signatureProblem === null,
      signatureProblem,
      answeredStatus,
    });
  await dropOldRequests(inbox.id);
  return answeredStatus;
}

/** The secrets of the merchant's webhooks that point at an inbox. */
async function findSenders(merchantId: string, inboxId: string): Promise<WebhookSecrets[]> {
  const rows = await selectWebhooks(
    db(),
    and(
      eq(webhooks.merchantId, merchantId),
      eq(webhooks.url, inboxUrl(inboxId)),
      isNull(destinations.deletedAt),
    ),
  );
  return Promise.all(rows.map(openWebhookSecrets));
}

function findSignatureProblem(
  senders: readonly WebhookSecrets[],
  input: { headers: Record<string, string>; body: string },
): string | null {
  if (senders.length === 0) return "No webhook points at this inbox.";
  let problem = "No signature matches.";
  for (const { secret } of senders.flatMap(({ signingSecrets }) => signingSecrets)) {
    try {
      new Webhook(secret).verify(input.body, input.headers);
      return null;
    } catch (error) {
      problem = error instanceof Error ? error.message : String(error);
    }
  }
  return problem;
}

async function dropOldRequests(inboxId: string): Promise<void> {
  const old = db()
    .select({ id: sandboxInboxRequests.id })
    .from(sandboxInboxRequests)
    .where(eq(sandboxInboxRequests.inboxId, inboxId))
    .orderBy(desc(sandboxInboxRequests.id))
    .offset(keptRequests)
    .limit(100);
  await db().delete(sandboxInboxRequests).where(inArray(sandboxInboxRequests.id, old));
}
