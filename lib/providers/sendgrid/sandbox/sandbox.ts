import { randomBytes } from "node:crypto";
import { readBearer } from "../../sandbox-kit/api.ts";
import type { ProviderSandbox, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";
import { listAll } from "../../sandbox-kit/objects.ts";
import { accountRoutes, templateRoutes } from "./account.ts";
import { type Api, problem, refuse, route } from "./answers.ts";
import { commands } from "./commands.ts";
import { type EmailDocument, senderDocument, userDocument } from "./documents.ts";
import { logRoutes } from "./logs.ts";
import { type CheckedMail, readMail } from "./mail-body.ts";
import { seedAccount } from "./seed.ts";
import { webhookRoutes } from "./webhooks.ts";

/** https://www.twilio.com/docs/sendgrid/api-reference/mail-send/mail-send */
const mailRoutes = [route("POST", "/mail/send", send, { scope: "mail.send" })];

/** What SendGrid gives every key on its own. */
const always = ["sender_verification_eligible", "2fa_required"];
const settings = "user.webhooks.event.settings";
const fullAccess = [
  "mail.send",
  "messages.read",
  "templates.read",
  "templates.create",
  "user.profile.read",
  "user.username.read",
  ...["create", "delete", "read", "update"].map((verb) => `${settings}.${verb}`),
  ...always,
];
const mailSendOnly = ["mail.send", ...always];

/** SendGrid's Web API, in both regions. https://www.twilio.com/docs/sendgrid/api-reference */
export const sandbox = {
  hosts: ["api.sendgrid.com", "api.eu.sendgrid.com"],
  newAccount: seedAccount,
  keys: ({ account, derive }) =>
    (
      [
        ["global", "full", fullAccess],
        ["global", "mail send", mailSendOnly],
        ["eu", "full", fullAccess],
      ] as const
    ).map(([region, rights, scopes]) => {
      const label = `${region} ${rights}`;
      const apiKey = `SG.${derive(`id ${label}`).slice(0, 22)}.${derive(`secret ${label}`).slice(0, 43)}`;
      const fromEmail = `orders@${account.externalId}.example`;
      const fields = { apiKey, region, fromEmail, fromName: account.label };
      return { fields, token: toToken(region, apiKey), scopes };
    }),
  readCredential: (request: SandboxRequest) => {
    const apiKey = readBearer(request);
    return apiKey ? toToken(request.url.host === "api.eu.sendgrid.com" ? "eu" : "global", apiKey) : null;
  },
  routes: [...accountRoutes, ...mailRoutes, ...logRoutes, ...templateRoutes, ...webhookRoutes],
  refuse,
  commands,
} satisfies ProviderSandbox;

/** A key is good in its own region alone. */
function toToken(region: "global" | "eu", apiKey: string): string {
  return `${region}:${apiKey}`;
}

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
    await api.store.put("email", createLogId(requestId, place), email);
  }
  return { status: 202, headers: { "x-message-id": requestId }, text: "" };
}

/** How the log calls an e-mail: the request's id, and the way that it took through SendGrid's machines. */
function createLogId(requestId: string, place: number): string {
  return `${requestId}.recvd-5f54b5d587-pczjm-1-67BADEEA-6.${place}`;
}

/** A sender that was verified, or any address of the domain that was authenticated. */
async function isKnownSender({ account, store }: Api, email: string): Promise<boolean> {
  const senders = await listAll(store, "sender", senderDocument);
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
