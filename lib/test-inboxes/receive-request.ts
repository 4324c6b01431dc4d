import { and, desc, eq, inArray, isNull } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { db } from "#db/client.ts";
import { destinations } from "#db/schema/destinations.ts";
import { sandboxInboxes, sandboxInboxRequests } from "#db/schema/sandbox.ts";
import { webhooks } from "#db/schema/webhooks.ts";
import { notFound } from "#lib/errors.ts";
import type { MessageCode } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { lookUp } from "#lib/look-up.ts";
import { storable } from "#lib/text.ts";
import { selectWebhooks } from "#lib/webhooks/find-webhook.ts";
import { createMasker } from "#lib/webhooks/known-secrets.ts";
import { openWebhookSecrets, type WebhookSecrets } from "#lib/webhooks/secrets.ts";
import { sandboxId } from "../sandbox/id-schema.ts";
import { requireSandbox } from "../sandbox/require-sandbox.ts";
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
  const mask = createMasker(...senders);
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

/** By what the library says of it (standardwebhooks 1.0). */
const problems = {
  "Missing required headers": "inbox_no_signature",
  "No matching signature found": "inbox_signature_other",
  "Invalid Signature Headers": "inbox_signature_form",
  "Message timestamp too old": "inbox_signature_old",
  "Message timestamp too new": "inbox_signature_early",
} as const satisfies Record<string, MessageCode>;
type SignatureProblem = (typeof problems)[keyof typeof problems] | "inbox_no_webhook";

function toSignatureProblem(error: unknown): SignatureProblem {
  const said = error instanceof Error ? error.message : "";
  return lookUp<SignatureProblem>(problems, said) ?? "inbox_signature_form";
}

/** @returns the code of what is wrong with it; null = it is right */
function findSignatureProblem(
  senders: readonly WebhookSecrets[],
  input: { headers: Record<string, string>; body: string },
): SignatureProblem | null {
  if (senders.length === 0) return "inbox_no_webhook";
  let problem: SignatureProblem = "inbox_signature_other";
  for (const { secret } of senders.flatMap(({ signingSecrets }) => signingSecrets)) {
    try {
      new Webhook(secret).verify(input.body, input.headers);
      return null;
    } catch (error) {
      problem = toSignatureProblem(error);
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
