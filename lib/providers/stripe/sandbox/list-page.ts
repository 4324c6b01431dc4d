import type { z } from "zod";
import type { SandboxAccount, SandboxContext, SandboxReply } from "../../sandbox-kit/contract.ts";
import type { KnownParameters, Parameters } from "./answers.ts";
import { badRequest, missing } from "./answers.ts";
import { expandAll } from "./expand.ts";
import type { Work } from "./work.ts";

/** What every list takes: https://docs.stripe.com/api/pagination */
export const listParameters: KnownParameters = {
  limit: "integer",
  starting_after: "text",
  ending_before: "text",
  created: "integer",
  "created[gt]": "integer",
  "created[gte]": "integer",
  "created[lt]": "integer",
  "created[lte]": "integer",
  "expand[]": "text",
};

type Listed<Data, Item> = {
  kind: string;
  schema: z.ZodType<Data>;
  url: string;
  labels?: readonly string[];
  view: (item: Item) => Record<string, unknown>;
  since?: number | undefined;
  until?: number | undefined;
};

/** A list of an account, newest first. */
export async function listing<Data>(
  work: Work,
  parameters: Parameters,
  { kind, schema, view, url, ...query }: Listed<Data, Data>,
): Promise<SandboxReply> {
  const page = await work.store.page(kind, schema, { ...pageAskedFor(parameters), ...query });
  requireCursor(page.isCursorKnown, parameters, kind);
  const data = page.items.map((item) => view(item.data));
  const json = { object: "list", url, has_more: page.hasMore, data };
  await expandAll(work, json, parameters.all("expand[]"));
  return { status: 200, json };
}

/** A list of the platform's own, over all accounts. */
export async function listEverywhere<Data>(
  { everywhere }: Pick<SandboxContext, "everywhere">,
  parameters: Parameters,
  { kind, schema, view, url, ...query }: Listed<Data, { data: Data; account: SandboxAccount }>,
): Promise<SandboxReply> {
  const page = await everywhere.page(kind, schema, { ...pageAskedFor(parameters), ...query });
  requireCursor(page.isCursorKnown, parameters, kind);
  return { status: 200, json: { object: "list", url, has_more: page.hasMore, data: page.items.map(view) } };
}

/** The seconds, both included, between which a list is asked for. */
export function timeRange(parameters: Parameters): {
  since?: number | undefined;
  until?: number | undefined;
} {
  const at = (name: string) => parameters.integer(name);
  const [gt, lt, exact] = [at("created[gt]"), at("created[lt]"), at("created")];
  return {
    since: exact ?? (gt === undefined ? at("created[gte]") : gt + 1),
    until: exact ?? (lt === undefined ? at("created[lte]") : lt - 1),
  };
}

function pageAskedFor(parameters: Parameters) {
  const limit = parameters.integer("limit") ?? 10;
  if (limit < 1 || limit > 100) throw badRequest("Invalid limit: it must be between 1 and 100.", "limit");
  const [after, before] = [parameters.text("starting_after"), parameters.text("ending_before")];
  if (after !== undefined && before !== undefined) {
    throw badRequest("You may only specify one of these parameters: ending_before, starting_after.");
  }
  return { limit, after, before };
}

function requireCursor(isKnown: boolean, parameters: Parameters, kind: string): void {
  if (isKnown) return;
  const after = parameters.text("starting_after");
  const name = after === undefined ? "ending_before" : "starting_after";
  throw missing(kind.replaceAll("_", " "), after ?? parameters.text("ending_before") ?? "", name, 400);
}
