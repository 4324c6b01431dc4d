import type { z } from "zod";
import { answering, Refused } from "../../sandbox-kit/api.ts";
import type {
  SandboxContext,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../sandbox-kit/contract.ts";
import { driveError, invalidArgument, notPlayed, refuse } from "./answers.ts";
import { applyFieldMask, type FieldMask, type FieldTree, readFieldMask } from "./field-mask.ts";
import { grantedScopes, isOpened } from "./scopes.ts";

/** https://cloud.google.com/apis/docs/system-parameters; `alt` is always json here. */
const standardParameters = ["alt", "fields", "prettyPrint", "quotaUser", "$.xgafv", "key", "oauth_token"];

export type GoogleRequest = SandboxRequest & { query: URLSearchParams; scopes: readonly string[] };

type GoogleRoute = {
  method: "GET" | "POST" | "PUT";
  match: RegExp;
  /** Names of scopes, each of which is enough. */
  openedBy: readonly string[];
  parameters: readonly string[];
  /** Those that Google has too, and the sandbox does not play. */
  unplayed?: readonly string[];
  answer: FieldTree;
  /** What Drive selects where nothing is asked; Sheets: everything. null = `fields` must be given. */
  defaultFields?: string | null;
  handle: (
    request: GoogleRequest,
    context: SandboxContext,
    groups: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
};

/** A method of a Google API: its scopes, its parameters, its field mask, its errors. */
export function googleRoute(route: GoogleRoute): SandboxRoute {
  return {
    methods: [route.method],
    match: route.match,
    access: "api",
    handle: async (request, context, groups): Promise<SandboxReply> => {
      const scopes = await grantedScopes(context);
      if (!isOpened(scopes, route.openedBy)) {
        return refuse({ kind: "missing_scope", scope: route.openedBy[0] ?? "" }, request);
      }
      return answering(async () => {
        const query = request.url.searchParams;
        checkParameters(route, query);
        const mask = readMask(route, request);
        const answer = await route.handle({ ...request, query, scopes }, context, groups);
        return { status: 200, json: applyFieldMask(answer, mask) };
      });
    },
  };
}

function checkParameters(route: GoogleRoute, query: URLSearchParams): void {
  for (const name of query.keys()) {
    if (route.unplayed?.includes(name)) throw notPlayed(`the parameter ${name}`);
    if (route.parameters.includes(name) || standardParameters.includes(name)) continue;
    throw invalidArgument(
      `Invalid JSON payload received. Unknown name "${name}": Cannot bind query parameter. Field '${name}' could not be found in request message.`,
    );
  }
}

function readMask(route: GoogleRoute, { url }: SandboxRequest): FieldMask | null {
  const isDrive = url.host !== "sheets.googleapis.com";
  const fields = url.searchParams.get("fields");
  if (fields === null && route.defaultFields === null) {
    const message = "The 'fields' parameter is required for this method.";
    throw new Refused(driveError(400, { reason: "required", message, location: "fields" }));
  }
  const text = fields ?? route.defaultFields;
  if (text === undefined || text === null || text === "") return null;
  // Drive takes spaces between fields, Sheets does not.
  const mask = readFieldMask(isDrive ? text.replace(/\s/g, "") : text, route.answer);
  if (mask) return mask;
  if (!isDrive) throw invalidArgument("Request contains an invalid argument.");
  const message = `Invalid field selection ${text}`;
  throw new Refused(driveError(400, { reason: "invalidParameter", message, location: "fields" }));
}

/** The body in its form; what Google does not know is refused, as Google does. */
export function readJson<Data>(request: SandboxRequest, form: z.ZodType<Data>, name: string): Data {
  const parsed = form.safeParse(request.json);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue ? fieldName([name, ...issue.path]) : name;
  if (issue?.code === "unrecognized_keys") {
    const description = `Invalid JSON payload received. Unknown name "${issue.keys[0]}" at '${field}': Cannot find field.`;
    throw invalidArgument(description, field);
  }
  throw invalidArgument(`Invalid value at '${field}': ${issue?.message}`, field);
}

/** `requests[0].update_cells`: fields as Google's own protocol names them. */
function fieldName(path: readonly PropertyKey[]): string {
  return path.reduce<string>((field, step) => {
    if (typeof step === "number") return `${field}[${step}]`;
    const name = String(step).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    return field === "" ? name : `${field}.${name}`;
  }, "");
}

/** Addresses of the Sheets API: `sheets.googleapis.com/v4/spreadsheets/{id}` and what follows. */
export function spreadsheetPath(rest: string): RegExp {
  return new RegExp(`^sheets\\.googleapis\\.com/v4/spreadsheets/(?<id>[A-Za-z0-9_-]+)${rest}$`, "s");
}
