import type { z } from "zod";
import type { Ctx } from "#lib/auth/context.ts";
import type { Permission } from "#lib/auth/permissions.ts";
import type { FileContent } from "./file-response.ts";

/** Any verb of a merchant, as the transport sees it. */
type EndpointVerb<Answer> = {
  permission: Permission;
  input: z.ZodType;
  output: z.ZodType;
  runUnread: (asked: { ctx: Ctx; input: unknown; idempotencyKey?: string | undefined }) => Promise<Answer>;
};

/** What an endpoint does, with the permission that it takes, and what it takes and answers. */
type Does =
  | { file?: undefined; verb: EndpointVerb<unknown> }
  /** The verb gives a text, or pieces of one, which is given as this file. */
  | { method: "GET"; file: { contentType: string; name: string }; verb: EndpointVerb<FileContent> };

/**
 * One operation of the HTTP API. The route handler, and the OpenAPI document, are made from it. Path parameters, the
 * query and the fields of the body come to the verb as one input, which the verb itself parses.
 */
export type Endpoint = Does & {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As in OpenAPI: `/api/webhooks/{id}`. */
  path: string;
  summary: string;
  tag: string;
  status: 200 | 201 | 202;
  maxBodyBytes?: number;
  /** The body is one event or a list of them: they count against the merchant's budget of events. */
  takesEvents?: true;
  /** The verb itself keeps repetitions apart, for good: answers under a key are not kept here. */
  keepsKeys?: true;
  /** The whole body is this one field of the input: for bodies whose fields are not ours to name. */
  bodyField?: string;
  /** For the document, where the body's schema depends on the path. */
  bodySchema?: () => unknown;
};
