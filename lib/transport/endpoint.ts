import type { z } from "zod";
import type { Ctx } from "#lib/auth/context.ts";
import type { Permission } from "#lib/auth/permissions.ts";
import type { FileContent } from "./file-response.ts";

type VerbArguments = { ctx: Ctx; input: unknown; idempotencyKey?: string | undefined };

type Answer =
  | { file?: undefined; run: (given: VerbArguments) => Promise<unknown> }
  /** The verb gives a text, or pieces of one, which is given as this file. */
  | {
      method: "GET";
      file: { contentType: string; name: string };
      run: (given: VerbArguments) => Promise<FileContent>;
    };

/**
 * One operation of the HTTP API. The route handler, and the OpenAPI document, are made from it. Path parameters, the
 * query and the fields of the body come to the verb as one input, which the verb itself parses.
 */
export type Endpoint = Answer & {
  method: "GET" | "POST" | "PATCH" | "DELETE";
  /** As in OpenAPI: `/api/webhooks/{id}`. */
  path: string;
  summary: string;
  tag: string;
  permission: Permission;
  /** What the verb parses; for the document. */
  input: z.ZodType;
  output: z.ZodType;
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
