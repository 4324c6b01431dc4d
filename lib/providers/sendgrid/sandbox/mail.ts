import { randomBytes } from "node:crypto";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { allOf } from "../../sandbox-kit/objects.ts";
import { type Api, problem, route } from "./answers.ts";
import { type EmailDocument, senderDocument, userDocument } from "./documents.ts";
import { type CheckedMail, readMail } from "./mail-body.ts";

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
export const mailRoutes = [route("POST", "/mail/send", send, { scope: "mail.send" })];

async function send(api: Api): Promise<SandboxReply> {
  const user = await api.store.get("user", "user", userDocument);
  if (user?.isOutOfCredits) return problem(401, "Maximum credits exceeded");
  const mail = readMail(api.json);
  if (!(await isKnownSender(api, mail.from.email))) {
    return problem(
      403,
      "The from address does not match a verified Sender Identity. Mail cannot be sent until this error is resolved. Visit https://sendgrid.com/docs/for-developers/sending-email/sender-identity/ to see the Sender Identity requirements",
      "from",
    );
  }
  // Each request is a new e-mail: there is no idempotency key, and none is looked for.
  const requestId = randomBytes(16).toString("base64url");
  for (const [place, recipient] of mail.recipients.entries()) {
    const email = toDocument(mail, recipient, api.now().toISOString());
    await api.store.put("email", logIdOf(requestId, place), email);
  }
  return { status: 202, headers: { "x-message-id": requestId }, text: "" };
}

/** How the log calls an e-mail: the request's id, and the way that it took through SendGrid's machines. */
function logIdOf(requestId: string, place: number): string {
  return `${requestId}.recvd-5f54b5d587-pczjm-1-67BADEEA-6.${place}`;
}

/** A sender that was verified, or any address of the domain that was authenticated. */
async function isKnownSender({ account, store }: Api, email: string): Promise<boolean> {
  const senders = await allOf(store, "sender", senderDocument);
  const domain = `@${account.externalId}.example`;
  return email.endsWith(domain) || senders.some((one) => one.isVerified && one.fromEmail === email);
}

function toDocument(
  mail: CheckedMail,
  { email, data, customArgs }: CheckedMail["recipients"][number],
  createdAt: string,
): EmailDocument {
  return {
    fromEmail: mail.from.email,
    toEmail: email,
    subject: mail.subject ?? "",
    text: mail.content?.[0]?.value ?? "",
    templateId: mail.template_id ?? null,
    templateData: data,
    categories: mail.categories ?? [],
    customArgs,
    status: "processed",
    createdAt,
  };
}
