import { z } from "zod";
import { trimmedText } from "#lib/text-schema.ts";
import { defineAction } from "../../contract/action.ts";
import type { FieldMeta } from "../../contract/auth.ts";
import { from, replyTo, sendOnce, sentEmail, to } from "../send-mail.ts";

const input = z.strictObject({
  to,
  templateId: trimmedText(200)
    .regex(/^d-[0-9a-f]{32}$/, "Choose a dynamic template: its number begins with d-.")
    .meta({
      title: "Template",
      description: "A dynamic template of yours, which has the subject and the text.",
      placeholder: "d-…",
      resource: "templates",
    } satisfies FieldMeta),
  data: z
    .looseObject({})
    .default({})
    .meta({
      title: "Data for the template",
      description: "What stands in the template between {{ and }}, as JSON.",
      placeholder: '{"firstName": "Marta"}',
    } satisfies FieldMeta),
  from,
  replyTo,
});

/** https://www.twilio.com/docs/sendgrid/ui/sending-email/how-to-send-an-email-with-dynamic-templates */
export const sendTemplate = defineAction({
  title: "Send an email from a template",
  description: "Fills one of your SendGrid templates in and sends it to one person.",
  scopes: ["mail.send", "messages.read"],
  effect: "write",
  idempotency: "look_up_first",
  input,
  output: sentEmail,
  example: {
    to: "marta@example.com",
    templateId: "d-5f0a3c8e1b7d4926a8c1e3f5b7d90214",
    data: {
      firstName: "Marta",
      orderNumber: "1042",
      total: "€ 31.50",
      items: ["2 × Margherita", "1 × Lemonade"],
    },
  },
  run: (call, email) => sendOnce(call, email),
});
