import { z } from "zod";
import type { Call, ProviderReply, ProviderRequest } from "../contract/call.ts";
import { apiRootOf } from "./data-centre.ts";
import { refusalOf } from "./errors.ts";
import { unreadable } from "./failures.ts";

type MailchimpRequest = Pick<ProviderRequest, "method" | "query" | "json"> & {
  /** Below /3.0: `/lists/6f1a9c04b2`. */
  path: string;
  /** What it is about, for the words of a refusal: "contact". */
  what: string;
};

/**
 * Asks the Marketing API and reads the answer: https://mailchimp.com/developer/marketing/api/
 * @throws {ProviderError} of any kind
 */
export async function askMailchimp<Schema extends z.ZodType>(
  call: Call,
  request: MailchimpRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  return readAnswer(await sendToMailchimp(call, request), request, schema);
}

/**
 * The same for requests that are answered with nothing.
 * @throws {ProviderError} of any kind
 */
export async function tellMailchimp(call: Call, request: MailchimpRequest): Promise<void> {
  requireDone(await sendToMailchimp(call, request), request);
}

/** Any status is an answer. */
export function sendToMailchimp(
  call: Call,
  { path, what: _, ...request }: MailchimpRequest,
): Promise<ProviderReply> {
  return call.request({ ...request, url: `${apiRootOf(call.settings)}${path}` });
}

/** @throws {ProviderError} for a refusal, and for an answer that is not in the form of `schema` */
export function readAnswer<Schema extends z.ZodType>(
  reply: ProviderReply,
  { method, path, what }: MailchimpRequest,
  schema: Schema,
): z.output<Schema> {
  if (reply.status < 200 || reply.status > 299) throw refusalOf(reply, what);
  const read = schema.safeParse(reply.json);
  if (!read.success) throw unreadable(`${method} ${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}

/** @throws {ProviderError} for a refusal, and for an answer that is not 204 */
export function requireDone(reply: ProviderReply, { method, path, what }: MailchimpRequest): void {
  if (reply.status === 204) return;
  if (reply.status >= 200 && reply.status < 300) throw unreadable(`${method} ${path}: HTTP ${reply.status}`);
  throw refusalOf(reply, what);
}
