import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { from, replyTo, sendOnce, sentEmail, to } from "../send-mail.ts";

const input = z.strictObject({
  to,
  subject: trimmedText(200, "Shorten the subject to 200 characters.")
    .min(1, "Write a subject.")
    .meta({ title: "Subject" } satisfies FieldMeta),
  text: trimmedText(50_000, "Shorten the text.")
    .min(1, "Write a text.")
    .meta({ title: "Text", description: "Without any formatting.", multiline: true } satisfies FieldMeta),
  html: trimmedText(500_000, "Shorten the HTML.")
    .optional()
    .meta({
      title: "HTML (for designers)",
      description: "Shown in place of the text by programs that can.",
      multiline: true,
    } satisfies FieldMeta),
  from,
  replyTo,
});

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
export const sendEmail = defineAction({
  title: "Send an email",
  description: "Sends an email to one person, such as a receipt.",
  scopes: ["mail.send", "messages.read"],
  effect: "write",
  idempotency: "look_up_first",
  input,
  output: sentEmail,
  example: {
    to: "marta@example.com",
    subject: "Your receipt: order 1042",
    text: "Thank you, Marta! 2 × Margherita, 1 × Lemonade: € 31.50, paid by card.",
    html: "<p>Thank you, Marta!</p><p>2 × Margherita, 1 × Lemonade: <b>€ 31.50</b>, paid by card.</p>",
    replyTo: "hello@example.com",
  },
  run: (call, email) => sendOnce(call, email),
});
