import { createHash } from "node:crypto";
import { z } from "zod";
import { Refused, requireBody } from "../../sandbox-kit/api.ts";
import type { SandboxReply } from "../../sandbox-kit/contract.ts";
import { requireOne } from "../../sandbox-kit/objects.ts";
import { type Api, ok, problem, route } from "./answers.ts";
import { type EmailDocument, emailDocument } from "./documents.ts";

const searchBody = z.strictObject({
  query: z.string().default(""),
  limit: z.int().min(1).max(1_000).default(10),
  subusers: z.array(z.string()).max(1).optional(),
});

/** The log of what was sent. https://www.twilio.com/docs/sendgrid/api-reference/email-logs */
export const logRoutes = [
  // A search is a POST so that no address stands in a log of requests.
  route("POST", "/logs", search, { scope: "messages.read", changes: () => false }),
  route("GET", "/logs/(?<id>[^/]+)", readOne, { scope: "messages.read" }),
];

async function search(api: Api): Promise<SandboxReply> {
  const asked = requireBody(api, searchBody, () => problem(400, "invalid request body"));
  const isWanted = readLogQuery(asked.query);
  const emails = (await api.store.list("email", emailDocument)).filter(isWanted).reverse();
  return ok({ messages: emails.slice(0, asked.limit).map(({ id, data }) => present(id, data)) });
}

async function readOne({ store, part }: Api): Promise<SandboxReply> {
  const id = part("id");
  const email = await requireOne(store, "email", id, emailDocument, () => problem(404, "message not found"));
  const { sg_message_id_created_at: _, ...summary } = present(id, email);
  return ok({
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
  });
}

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

type Entry = { id: string; data: EmailDocument };
type Test = (entry: Entry) => boolean;

const maxConditions = 160;
const quoted = `(?:"(?<double>[^"]*)"|'(?<single>[^']*)')`;
const equals = new RegExp(`^(?<field>[a-z_]+)\\s*=\\s*${quoted}$`);
const isIn = /^(?<field>[a-z_]+)\s+IN\s*\((?<list>\s*'[^']*'(?:\s*,\s*'[^']*')*\s*)\)$/;
const compares = new RegExp(`^(?<field>[a-z_]+)\\s*(?<operator>[<>]=?)\\s*TIMESTAMP\\s+${quoted}$`);

/**
 * What a search of the Email Logs asks for.
 * https://www.twilio.com/docs/sendgrid/api-reference/email-logs/filter-all-messages
 * @throws {Refused} where the query has another form, field or operator
 */
function readLogQuery(query: string): Test {
  if (query.trim() === "") return () => true;
  const conditions = query.split(/\s+AND\s+(?=[a-z_]+\s*(?:=|<|>|IN\b))/);
  if (conditions.length > maxConditions) throw refusal("too many conditions");
  const tests = conditions.map((condition) => readCondition(condition.trim()));
  return (entry) => tests.every((test) => test(entry));
}

function readCondition(condition: string): Test {
  const equal = equals.exec(condition)?.groups;
  if (equal) return testOfText(equal.field ?? "", equal.double ?? equal.single ?? "");
  const list = isIn.exec(condition)?.groups;
  if (list) return testOfList(list.field ?? "", list.list ?? "");
  const time = compares.exec(condition)?.groups;
  if (time) return testOfTime(time.field ?? "", time.operator ?? "", time.double ?? time.single ?? "");
  throw refusal(`'${condition}'`);
}

function testOfText(field: string, text: string): Test {
  switch (field) {
    case "sg_message_id":
      return ({ id }) => id === text;
    case "subject":
      return ({ data }) => data.subject === text;
    case "to_email":
      return ({ data }) => data.toEmail === text;
    default:
      throw refusal(`'${field}' is not a known field`);
  }
}

function testOfList(field: string, list: string): Test {
  const values = [...list.matchAll(/'([^']*)'/g)].map(([, value]) => value);
  if (field === "status") return ({ data }) => values.includes(data.status);
  if (field === "categories") return ({ data }) => data.categories.some((name) => values.includes(name));
  throw refusal(`'${field}' is not a known field`);
}

function testOfTime(field: string, operator: string, text: string): Test {
  const limit = Date.parse(text);
  if (field !== "sg_message_id_created_at" || Number.isNaN(limit)) throw refusal(`'${field}' '${text}'`);
  return ({ data }) => {
    const time = Date.parse(data.createdAt);
    if (time === limit) return operator.endsWith("=");
    return operator.startsWith(">") ? time > limit : time < limit;
  };
}

function refusal(what: string): Refused {
  return new Refused(problem(400, `invalid syntax: ${what}`));
}
