import { z } from "zod";
import type { Call, ProviderReply, ProviderRequest } from "../contract/call.ts";
import { refusalOf, unreadable } from "./errors.ts";
import { apiOrigin } from "./mode.ts";

type PayPalRequest = Pick<ProviderRequest, "method" | "query" | "json"> & {
  /** From the host on: `/v2/checkout/orders`. */
  path: string;
};

/**
 * Asks one of the REST APIs and reads the answer.
 * https://developer.paypal.com/api/rest/
 * @throws {ProviderError} of any kind
 */
export async function askPayPal<Schema extends z.ZodType>(
  call: Call,
  request: PayPalRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const reply = await sendToPayPal(call, request);
  if (!isFine(reply)) throw refusalOf(reply);
  return readReply(reply, schema);
}

export function isFine({ status }: ProviderReply): boolean {
  return status >= 200 && status < 300;
}

/** @throws {ProviderError} unavailable where it is not in the form of `schema` */
export function readReply<Schema extends z.ZodType>(reply: ProviderReply, schema: Schema): z.output<Schema> {
  const answer = schema.safeParse(reply.json);
  if (answer.success) return answer.data;
  throw unreadable(reply, z.prettifyError(answer.error));
}

/**
 * Any status is an answer. Every write carries the idempotency key: PayPal keeps it for six hours with orders and their
 * captures, for 45 days with refunds, and answers a repetition with what came of the first.
 * https://developer.paypal.com/reference/guidelines/idempotency
 */
export function sendToPayPal(call: Call, { path, ...request }: PayPalRequest): Promise<ProviderReply> {
  const isWrite = request.method !== "GET";
  const headers = {
    prefer: "return=representation",
    ...(isWrite ? { "paypal-request-id": call.idempotencyKey } : {}),
  };
  return call.request({ ...request, url: `${apiOrigin(call.settings)}${path}`, headers });
}
