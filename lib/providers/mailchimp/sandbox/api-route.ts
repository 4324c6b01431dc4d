import type { z } from "zod";
import type {
  SandboxAccountDesk,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { describeFaults } from "./describe-faults.ts";
import { homeDataCentre } from "./documents.ts";
import { pickFields } from "./pick-fields.ts";
import { ApiRefusal, problem, refuseResource, wrongKey } from "./replies.ts";

export type Api = {
  desk: SandboxAccountDesk;
  query: URLSearchParams;
  /** @throws {ApiRefusal} where the body is not in this form */
  body: <Schema extends z.ZodType>(schema: Schema) => z.output<Schema>;
  /** A part of the path by its name. */
  part: (name: string) => string;
};

/**
 * A route of the Marketing API.
 * @param path source of a regular expression over what stands behind /3.0
 * @param handle answers the JSON of a 200, or undefined for a 204
 */
export function apiRoute(
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  handle: (api: Api) => Promise<object | undefined>,
): SandboxRoute {
  return {
    methods: [method],
    match: new RegExp(`^(?<dc>[a-z0-9]+)\\.api\\.mailchimp\\.com/3\\.0${path}/?$`),
    access: "api",
    async handle(request, desk, groups) {
      const { account } = desk;
      if (!account || groups.dc !== homeDataCentre) return wrongKey();
      const query = request.url.searchParams;
      const api: Api = {
        desk: { ...desk, account },
        query,
        body: (schema) => readBody(request, schema),
        part: (name) => groups[name] ?? "",
      };
      try {
        return present(await handle(api), query);
      } catch (error) {
        if (error instanceof ApiRefusal) return error.reply;
        throw error;
      }
    },
  };
}

function present(answer: object | undefined, query: URLSearchParams): SandboxReply {
  if (answer === undefined) return { status: 204 };
  const fields = query.get("fields")?.split(",").filter(Boolean) ?? [];
  const json = fields.length > 0 ? pickFields(answer, fields) : answer;
  return { status: 200, headers: { "content-type": "application/json; charset=utf-8" }, json };
}

function readBody<Schema extends z.ZodType>({ json }: SandboxRequest, schema: Schema): z.output<Schema> {
  if (json === undefined) {
    const detail = "We encountered an unspecified JSON parsing error.";
    throw new ApiRefusal(problem(400, "JSON Parse Error", detail));
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  throw refuseResource(describeFaults(read.error.issues, json));
}
