import { emailText } from "#lib/text-schema.ts";
import type { FieldMeta } from "../contract/auth.ts";

/** An e-mail address, without a name. SendGrid takes 254 characters at most (RFC 5321 §4.5.3.1.3). */
export const address = (message: string) => emailText(message);

export const to = address("This is not an e-mail address.").meta({
  title: "To",
  description: "One address. The e-mail goes to nobody else.",
  placeholder: "marta@example.com",
} satisfies FieldMeta);

export const from = address("This is not an e-mail address.")
  .optional()
  .meta({
    title: "From",
    description: "Left out: the usual sender of this connection. SendGrid must know the address.",
    placeholder: "orders@ana.example",
    resource: "verified-senders",
  } satisfies FieldMeta);

export const replyTo = address("This is not an e-mail address.")
  .optional()
  .meta({
    title: "Answers go to",
    description: "Left out: to the sender.",
    placeholder: "hello@ana.example",
  } satisfies FieldMeta);
