import { z } from "zod";
import type { Call, ProviderReply, ProviderRequest } from "../contract/call.ts";
import { apiRoot } from "./api.ts";
import { accessEnded, isUnclearUnauthorised, refusalOf, unclearRefusal } from "./errors.ts";
import { unreadable } from "./failures.ts";
import { introspect } from "./introspect.ts";

export type HubSpotRequest = Pick<ProviderRequest, "method" | "query" | "json"> & {
  /** Below api.hubapi.com, with its version: `/crm/objects/2026-09/contacts`. */
  path: string;
  /** What it is about, for the words of a refusal: "contact". */
  what: string;
};

/**
 * Asks HubSpot's API and reads the answer: https://developers.hubspot.com/docs/api-reference/latest/overview.
 * Without the official SDK: 14.0.1 knows the numbered paths only, which HubSpot gives up in 2027, it takes no `fetch`,
 * its own sets no time limit and follows redirects, and its retries are a setting of the whole process.
 * @throws {ProviderError} of any kind
 */
export async function askHubSpot<Schema extends z.ZodType>(
  call: Call,
  request: HubSpotRequest,
  schema: Schema,
): Promise<z.output<Schema>> {
  const reply = await sendToHubSpot(call, request);
  return readAnswer(reply, request, schema);
}

/**
 * The same for what may not be there.
 * @returns null where HubSpot says that it has no such thing
 */
export async function findAtHubSpot<Schema extends z.ZodType>(
  call: Call,
  request: HubSpotRequest,
  schema: Schema,
): Promise<z.output<Schema> | null> {
  const reply = await sendToHubSpot(call, request);
  if (reply.status === 404 && refusalOf(reply, request.what).kind === "not_found") return null;
  return readAnswer(reply, request, schema);
}

/**
 * Sends, and takes any status as an answer but a 401 that does not say what it is about: then HubSpot is asked about
 * the token.
 */
export async function sendToHubSpot(
  call: Call,
  { path, what: _, ...request }: HubSpotRequest,
): Promise<ProviderReply> {
  const reply = await call.request({ ...request, url: `${apiRoot}${path}` });
  if (!isUnclearUnauthorised(reply)) return reply;
  const told = await introspect(call);
  const detail = `${request.method} ${path}: HTTP 401, and introspection says active: ${told.active}`;
  throw told.active ? unclearRefusal(detail) : accessEnded(detail);
}

/** @throws {ProviderError} for a refusal, and for an answer that is not in the form of `schema` */
export function readAnswer<Schema extends z.ZodType>(
  reply: ProviderReply,
  { method, path, what }: HubSpotRequest,
  schema: Schema,
): z.output<Schema> {
  if (reply.status < 200 || reply.status > 299) throw refusalOf(reply, what);
  const read = schema.safeParse(reply.json);
  if (!read.success) throw unreadable(`${method} ${path}: ${z.prettifyError(read.error)}`);
  return read.data;
}
