import { z } from "zod";
import { lookUp } from "#lib/look-up.ts";
import type { ProviderReply } from "../call.ts";

/** https://mailchimp.com/developer/marketing/docs/errors/ (application/problem+json). */
const problemSchema = z.looseObject({
  title: z.string(),
  detail: z.string().catch(""),
  instance: z.string().optional(),
  errors: z.array(z.looseObject({ field: z.string().catch(""), message: z.string().catch("") })).catch([]),
});
export type Problem = z.output<typeof problemSchema>;

/** null where an answer is not in the form of Mailchimp's errors. */
export function readProblem({ json }: ProviderReply): Problem | null {
  return problemSchema.safeParse(json).data ?? null;
}

export function detailOf({ title, detail, instance, errors }: Problem, status: number): string {
  const fields = errors.map(({ field, message }) => `[${field || "?"}: ${message}]`);
  const occurrence = instance ? `(${instance})` : "";
  return [`HTTP ${status} ${title}: ${detail}`, ...fields, occurrence].filter(Boolean).join(" ");
}

const fieldNames: Readonly<Record<string, string>> = {
  email_address: "the e-mail address",
  FNAME: "the first name",
  LNAME: "the last name",
  subject_line: "the subject",
  preview_text: "the preview text",
  title: "the title",
  from_name: "the sender's name",
  reply_to: "the address for replies",
  template_id: "the template",
  list_id: "the audience",
  tags: "the tags",
  url: "the address of our webhook",
};

/** The fields that Mailchimp did not take, in plain words, each with what it says of them. */
export function describeBadFields({ errors, detail }: Problem): string {
  const described = errors.slice(0, 5).map(({ field, message }) => {
    const name = field.split(".").at(-1) ?? "";
    const plain = lookUp(fieldNames, name) ?? (name ? `the field ${name}` : "the input");
    return message ? `${plain} (“${message.replace(/\.$/, "")}”)` : plain;
  });
  return described.join(", ") || `the input (“${detail.replace(/\.$/, "")}”)`;
}
