import { createHash } from "node:crypto";
import { z } from "zod";
import { apiRoute } from "./api-route.ts";
import { type EmailDocument, emailDocument } from "./documents.ts";
import { readLogQuery } from "./log-query.ts";
import { problem } from "./replies.ts";

const searchBody = z.strictObject({
  query: z.string().default(""),
  limit: z.int().min(1).max(1_000).default(10),
  subusers: z.array(z.string()).max(1).optional(),
});

/** The log of what was sent. https://www.twilio.com/docs/sendgrid/api-reference/email-logs */
export const logRoutes = [
  // A search is a POST so that no address stands in a log of requests.
  apiRoute("POST", "logs", { scope: "messages.read", changes: false }, async ({ store }, { json }) => {
    const asked = searchBody.safeParse(json);
    if (!asked.success) return problem(400, "invalid request body");
    const isWanted = readLogQuery(asked.data.query);
    const emails = (await store.list("email", emailDocument)).filter(isWanted).reverse();
    const messages = emails.slice(0, asked.data.limit).map(({ id, data }) => present(id, data));
    return { status: 200, json: { messages } };
  }),
  apiRoute("GET", "logs/(?<id>[^/]+)", { scope: "messages.read" }, async ({ store }, { groups }) => {
    const id = groups.id ?? "";
    const email = await store.get("email", id, emailDocument);
    if (!email) return problem(404, "message not found");
    const { sg_message_id_created_at: _, ...summary } = present(id, email);
    return {
      status: 200,
      json: {
        ...summary,
        ...(email.templateId === null ? {} : { template_id: email.templateId }),
        api_key_id: "mKQ52wP8SVmz7YY8CsPHwA",
        client_ip: "203.0.113.7",
        category: email.categories,
        custom_args: email.customArgs,
        events: [
          {
            event: "processed",
            email: email.toEmail,
            sg_message_id: id,
            "smtp-id": `<${id.split(".")[0]}@geopod-ismtpd-1>`,
            sg_event_id: createHash("sha256").update(id).digest("base64url").slice(0, 22),
            timestamp: Math.floor(Date.parse(email.createdAt) / 1_000),
          },
        ],
      },
    };
  }),
];

function present(id: string, email: EmailDocument) {
  return {
    from_email: email.fromEmail,
    sg_message_id: id,
    subject: email.subject,
    to_email: email.toEmail,
    status: email.status,
    sg_message_id_created_at: email.createdAt,
  };
}
