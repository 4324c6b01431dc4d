import type { MailData } from "@sendgrid/mail/src/classes/mail-service.js";
import type { Call } from "../../contract/call.ts";
import { ProviderError } from "../../contract/provider-error.ts";
import { sendToSendGrid } from "../client.ts";
import { unreadable } from "../errors.ts";
import { tell } from "../words.ts";
import { type Email, recipientOf, senderOf } from "./email.ts";
import { marksOf } from "./marks.ts";

/**
 * Hands one e-mail to SendGrid. Its own `MailService`, one for each call, writes the request, which goes out through
 * the call with its time limit, budget and log.
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send
 * @returns SendGrid's id of the e-mail; null where the answer does not tell it
 */
export async function postEmail(call: Call, email: Email): Promise<string | null> {
  const { default: MailService } = await import("@sendgrid/mail/src/classes/mail-service.js");
  const written: unknown[] = [];
  const service = new MailService();
  service.setClient({ request: async ({ body }) => written.push(body) });
  await service.send(dataOf(call, email));
  const [json] = written;
  const request = { method: "POST", path: "mail/send", json, needs: "mail.send" } as const;
  const reply = await sendToSendGrid(call, request);
  // 200 is the answer of SendGrid's own test mode, in which nothing leaves.
  if (reply.status !== 202) throw unreadable(reply, "the e-mail was not accepted");
  return reply.headers["x-message-id"] || null;
}

function dataOf(call: Call, email: Email): MailData {
  const { category, customArgs } = marksOf(call.idempotencyKey);
  const envelope = {
    to: recipientOf(email),
    from: senderOf(call, email.from),
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
  return { ...envelope, subject: email.subject, content: contentOf(email) };
}

/** The plain text comes first: https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors */
function contentOf({ text, html }: { text?: string | undefined; html?: string | undefined }) {
  const content = [
    ...(text ? [{ type: "text/plain", value: text }] : []),
    ...(html ? [{ type: "text/html", value: html }] : []),
  ];
  if (content.length > 0) return content;
  throw new ProviderError({ kind: "invalid_input", message: tell("write_text_e_mail") });
}
