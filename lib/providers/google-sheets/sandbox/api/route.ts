import type {
  SandboxDesk,
  SandboxReply,
  SandboxRequest,
  SandboxRoute,
} from "../../../sandbox-kit/contract.ts";
import { applyFieldMask, type FieldMask, type FieldTree, readFieldMask } from "./field-mask.ts";
import { driveError, GoogleProblem, invalidArgument, notPlayed } from "./problem.ts";
import { refuse } from "./refuse.ts";
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
    desk: SandboxDesk,
    groups: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
};

/** A method of a Google API: its scopes, its parameters, its field mask, its errors. */
export function googleRoute(route: GoogleRoute): SandboxRoute {
  return {
    methods: [route.method],
    match: route.match,
    access: "api",
    handle: async (request, desk, groups): Promise<SandboxReply> => {
      const scopes = await grantedScopes(desk);
      if (!isOpened(scopes, route.openedBy)) {
        return refuse({ kind: "missing_scope", scope: route.openedBy[0] ?? "" }, request);
      }
      try {
        const query = request.url.searchParams;
        checkParameters(route, query);
        const mask = readMask(route, request);
        const answer = await route.handle({ ...request, query, scopes }, desk, groups);
        return { status: 200, json: applyFieldMask(answer, mask) };
      } catch (error) {
        if (error instanceof GoogleProblem) return error.reply;
        throw error;
      }
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
  const given = url.searchParams.get("fields");
  if (given === null && route.defaultFields === null) {
    const message = "The 'fields' parameter is required for this method.";
    throw new GoogleProblem(driveError(400, { reason: "required", message, location: "fields" }));
  }
  const text = given ?? route.defaultFields;
  if (text === undefined || text === null || text === "") return null;
  // Drive takes spaces between fields, Sheets does not.
  const mask = readFieldMask(isDrive ? text.replace(/\s/g, "") : text, route.answer);
  if (mask) return mask;
  if (!isDrive) throw invalidArgument("Request contains an invalid argument.");
  const message = `Invalid field selection ${text}`;
  throw new GoogleProblem(driveError(400, { reason: "invalidParameter", message, location: "fields" }));
}
