import { z } from "zod";
import type { Call, ProviderReply, ProviderRequest } from "../contract/call.ts";
import { refusalOf, unreadable } from "./errors.ts";
import { apiOrigin } from "./region.ts";
import type { KeyScope } from "./scopes.ts";

type SendGridRequest = Pick<ProviderRequest, "method" | "query" | "json"> & {
  /** Below /v3/: `templates`. */
  path: string;
  /** The right of the key that it needs, to be named where it is missing. */
  needs: KeyScope | null;
};

/**
 * Asks the Web API, version 3, and reads the answer.
 * https://www.twilio.com/docs/sendgrid/api-reference
 * @throws {ProviderError} of any kind
 */
export async function askSendGrid<Schema extends z.ZodType>(
  call: Call,
  request: SendGridRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const reply = await sendToSendGrid(call, request);
  const answer = schema.safeParse(reply.json);
  if (answer.success) return answer.data;
  throw unreadable(reply, z.prettifyError(answer.error));
}

/** The same where the answer need not be JSON. @throws {ProviderError} for any status but 2xx */
export async function sendToSendGrid(
  call: Call,
  { path, needs, ...request }: SendGridRequest,
): Promise<ProviderReply> {
  const reply = await call.request({ ...request, url: `${apiOrigin(call.settings)}/v3/${path}` });
  if (reply.status < 200 || reply.status > 299) throw refusalOf(reply, needs);
  return reply;
}
