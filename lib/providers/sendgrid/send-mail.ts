import { setTimeout as wait } from "node:timers/promises";
import type { MailData } from "@sendgrid/mail/src/classes/mail-service.js";
import { z } from "zod";
import { emailText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";
import type { Call } from "../contract/call.ts";
import { ProviderError } from "../contract/provider-error.ts";
import { failure } from "../kit/failures.ts";
import { api } from "./client.ts";
import { unreadable } from "./errors.ts";
import { createMarks, findSentEmail } from "./mark.ts";
import { tell } from "./words.ts";

export const to = emailText("This is not an email address.").meta({
  title: "To",
  description: "One address. The email goes to nobody else.",
  placeholder: "marta@example.com",
} satisfies FieldMeta);

export const from = emailText("This is not an email address.")
  .optional()
  .meta({
    title: "From",
    description: "Left out: the usual sender of this connection. SendGrid must know the address.",
    placeholder: "orders@ana.example",
    resource: "verified-senders",
  } satisfies FieldMeta);

export const replyTo = emailText("This is not an email address.")
  .optional()
  .meta({
    title: "Answers go to",
    description: "Left out: to the sender.",
    placeholder: "hello@ana.example",
  } satisfies FieldMeta);

/** What the actions that send answer. */
export const sentEmail = z.strictObject({
  messageId: z
    .string()
    .nullable()
    .describe("Under which SendGrid lists the email; null where it did not say"),
  wasSentAlready: z.boolean().describe("true: an earlier try had sent it, and nothing was sent now"),
});

type Addressed = { to: string; from?: string | undefined; replyTo?: string | undefined };

/** One email to one person. */
type Email = Addressed &
  (
    | { subject: string; text?: string | undefined; html?: string | undefined }
    | { templateId: string; data: Readonly<Record<string, unknown>> }
  );

/** The log follows an email in "near real time"; SendGrid gives no number. */
const pausesBeforeLooksMs = [0, 1_000, 3_000];

/**
 * Sends an email once under one idempotency key, as far as SendGrid allows. It has no such keys itself and takes each
 * request as a new email (https://stackoverflow.com/questions/76432015), so its log is asked first; and again where
 * the answer to sending got lost, so that most losses are settled at once. What remains: a repetition that comes
 * before the log has the email, after these looks were in vain or the process died.
 */
export async function sendOnce(
  call: Call,
  email: Email,
): Promise<{ messageId: string | null; wasSentAlready: boolean }> {
  const recipient = getRecipient(email);
  const earlier = call.isFirstUse ? null : await findSentEmail(call, recipient);
  if (earlier !== null) return { messageId: earlier, wasSentAlready: true };
  try {
    return { messageId: await postEmail(call, email), wasSentAlready: false };
  } catch (error) {
    if (!isOutcomeUnknown(error)) throw error;
    const sent = await lookAgain(call, recipient);
    if (sent === null) throw error;
    return { messageId: sent, wasSentAlready: false };
  }
}

function isOutcomeUnknown(error: unknown): boolean {
  return error instanceof ProviderError && ["timeout", "unavailable"].includes(error.kind);
}

/** null also where the log cannot be asked: the failure to send is then what is told. */
async function lookAgain(call: Call, recipient: string): Promise<string | null> {
  try {
    for (const pauseMs of pausesBeforeLooksMs) {
      await wait(pauseMs, undefined, { signal: call.signal });
      const sent = await findSentEmail(call, recipient);
      if (sent !== null) return sent;
    }
    return null;
  } catch (error) {
    if (error instanceof ProviderError || call.signal.aborted) return null;
    throw error;
  }
}

/**
 * Hands one email to SendGrid. Its own `MailService`, one for each call, writes the request, which goes out through
 * the call with its time limit, budget and log.
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send
 * @returns SendGrid's id of the email; null where the answer does not tell it
 */
async function postEmail(call: Call, email: Email): Promise<string | null> {
  const { default: MailService } = await import("@sendgrid/mail/src/classes/mail-service.js");
  const written: unknown[] = [];
  const service = new MailService();
  service.setClient({ request: async ({ body }) => written.push(body) });
  await service.send(toMailData(call, email));
  const [json] = written;
  const reply = await api.tell(call, { method: "POST", path: "/mail/send", json, needs: "mail.send" });
  // 200 is the answer of SendGrid's own test mode, in which nothing leaves.
  if (reply.status !== 202) throw unreadable(`HTTP ${reply.status}: the email was not accepted`);
  return reply.headers["x-message-id"] || null;
}

function toMailData(call: Call, email: Email): MailData {
  const { category, customArgs } = createMarks(call.idempotencyKey);
  const envelope = {
    to: getRecipient(email),
    from: toSender(call, email.from),
    ...(email.replyTo ? { replyTo: email.replyTo } : {}),
    category,
    customArgs,
    // It would print a warning that Handlebars escapes what it puts into a template.
    hideWarnings: true,
  };
  if ("templateId" in email) {
    const { templateId, data } = email;
    return { ...envelope, templateId, dynamicTemplateData: { ...data } };
  }
  return { ...envelope, subject: email.subject, content: toContent(email) };
}

/** The plain text comes first: https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors */
function toContent({ text, html }: { text?: string | undefined; html?: string | undefined }) {
  const content = [
    ...(text ? [{ type: "text/plain", value: text }] : []),
    ...(html ? [{ type: "text/html", value: html }] : []),
  ];
  if (content.length > 0) return content;
  throw failure("invalid_input", tell("write_text_e_mail"));
}

/** Who an email comes from. @throws {ProviderError} invalid_input where nobody said */
function toSender(call: Call, from: string | undefined): { email: string; name?: string } {
  const { fromEmail, fromName } = call.settings;
  const email = from ?? fromEmail;
  if (!email) {
    throw failure("invalid_input", tell("say_from_which_address_e"));
  }
  return email === fromEmail && fromName ? { email, name: fromName } : { email };
}

/**
 * The recipient as it is sent and looked for: the log is searched to the letter, and no mail service tells capitals
 * apart.
 */
function getRecipient({ to }: Pick<Email, "to">): string {
  return to.toLowerCase();
}
