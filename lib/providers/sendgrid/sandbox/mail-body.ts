import { z } from "zod";
import { Refused } from "../../sandbox-kit/api.ts";
import { describeShape, fromRequired, problem } from "./answers.ts";

const person = z.strictObject({ email: z.string(), name: z.string().optional() });
const args = z.record(z.string(), z.string());

/** The shape of a request; the words about what is in it come below. */
const body = z.strictObject({
  personalizations: z
    .array(
      z.strictObject({
        to: z.array(person).optional(),
        cc: z.array(person).optional(),
        bcc: z.array(person).optional(),
        from: person.optional(),
        subject: z.string().optional(),
        headers: args.optional(),
        substitutions: args.optional(),
        dynamic_template_data: z.record(z.string(), z.unknown()).optional(),
        custom_args: args.optional(),
        send_at: z.int().optional(),
      }),
    )
    .optional(),
  from: person.optional(),
  reply_to: person.optional(),
  subject: z.string().optional(),
  content: z.array(z.strictObject({ type: z.string(), value: z.string() })).optional(),
  template_id: z.string().optional(),
  categories: z.array(z.string()).optional(),
  custom_args: args.optional(),
  headers: args.optional(),
  send_at: z.int().optional(),
  batch_id: z.string().optional(),
});
type Body = z.infer<typeof body>;

export type CheckedMail = Body & {
  from: { email: string };
  recipients: { email: string; data: Record<string, unknown>; customArgs: Record<string, string> }[];
};

/**
 * Reads what is to be sent, with the refusals of the list.
 * https://www.twilio.com/docs/sendgrid/api-reference/mail-send/errors
 * @throws {Refused}
 */
export function readMail(json: unknown): CheckedMail {
  if (json === undefined) throw new Refused(problem(400, "Bad Request"));
  const parsed = body.safeParse(json);
  if (!parsed.success) {
    throw new Refused({ status: 400, json: { errors: describeShape(parsed.error.issues, json) } });
  }
  const mail = parsed.data;
  const { from } = mail;
  const recipients = readRecipients(mail);
  if (!from) {
    return refuse(fromRequired, "from.email");
  }
  if (!isAddress(from.email)) {
    return refuse("The from email does not contain a valid address.", "from.email");
  }
  if (mail.reply_to && !isAddress(mail.reply_to.email)) {
    return refuse("The reply_to email does not contain a valid address.", "reply_to.email");
  }
  checkContent(mail);
  checkMarks(mail);
  return { ...mail, from, recipients };
}

function readRecipients({ personalizations = [], custom_args = {} }: Body): CheckedMail["recipients"] {
  if (personalizations.length === 0) {
    return refuse(
      "The personalizations field is required and must have at least one personalization.",
      "personalizations",
    );
  }
  return personalizations.flatMap((envelope, index) => {
    const { to = [], dynamic_template_data = {}, custom_args: own = {} } = envelope;
    const field = `personalizations.${index}.to`;
    if (to.length === 0) {
      return refuse(
        "The to array is required for all personalization objects, and must have at least one email object with a valid email address.",
        field,
      );
    }
    return to.map(({ email }, place) => {
      if (!isAddress(email)) {
        return refuse("Does not contain a valid address.", `${field}.${place}.email`);
      }
      return { email, data: dynamic_template_data, customArgs: { ...custom_args, ...own } };
    });
  });
}

function checkContent({ subject, personalizations = [], content = [], template_id }: Body): void {
  if (template_id !== undefined) {
    checkTemplateId(template_id);
    return;
  }
  if (!subject && !personalizations.every((envelope) => envelope.subject)) {
    refuse(
      "The subject is required. You can get around this requirement if you use a template with a subject defined or if every personalization has a subject defined.",
      "subject",
    );
  }
  if (content.length === 0) {
    refuse(
      "Unless a valid template_id is provided, the content parameter is required. There must be at least one defined content block. We typically suggest both text/plain and text/html blocks are included, but only one block is required.",
      "content",
    );
  }
  const empty = content.findIndex(({ value }) => value === "");
  if (empty >= 0) {
    refuse("The content value must be a string at least one character in length.", `content.${empty}.value`);
  }
  if (content.findIndex(({ type }) => type === "text/plain") > 0) {
    refuse(
      "If present, text/plain must be first, followed by text/html, followed by any other content.",
      "content",
    );
  }
}

function checkTemplateId(id: string): void {
  if (/^(?:d-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(id)) return;
  refuse(`The template_id must be a valid GUID, you provided '${id}'.`, "template_id");
}

function checkMarks({ categories = [] }: Body): void {
  if (categories.length > 10) refuse("You cannot have more than 10 categories.", "categories");
  if (categories.some((name) => name.length > 255)) {
    refuse("The category name cannot be more than 255 characters long.", "categories");
  }
}

function isAddress(text: string): boolean {
  return z.email({ pattern: z.regexes.html5Email }).safeParse(text).success;
}

function refuse(message: string, field: string): never {
  throw new Refused(problem(400, message, field));
}
