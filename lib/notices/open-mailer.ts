import type { SendMailOptions } from "nodemailer";
import { env } from "#lib/env.ts";

export type MailSettings = { smtpUrl: string; from: string };

/** The mail server that the operator set up; null = none. */
export function mailSettings(): MailSettings | null {
  const { SMTP_URL, MAIL_FROM } = env();
  return SMTP_URL && MAIL_FROM ? { smtpUrl: SMTP_URL, from: MAIL_FROM } : null;
}

/** How long a server may say nothing: a whole conversation of some eight answers ends well within a notice's lease. */
const patience = {
  dnsTimeout: 10_000,
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 20_000,
};

/** A connection to the mail server for each mail. Rejects with the server's refusal, or with why it was not reached. */
export async function openMailer({ smtpUrl }: MailSettings) {
  const { createTransport } = await import("nodemailer");
  const url = new URL(smtpUrl);
  // nodemailer reads its options from the URL's query alone once there is a URL; the operator's own go first.
  for (const [name, ms] of Object.entries(patience)) {
    if (!url.searchParams.has(name)) url.searchParams.set(name, String(ms));
  }
  const transport = createTransport(url.href, { disableFileAccess: true, disableUrlAccess: true });
  return async (mail: SendMailOptions): Promise<void> => {
    await transport.sendMail(mail);
  };
}
