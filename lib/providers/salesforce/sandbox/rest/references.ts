import { z } from "zod";
import type { SandboxReply } from "../../../sandbox-kit/contract.ts";
import { ApiFault } from "../api-fault.ts";

type Resolved = { value: unknown } | { fault: ApiFault };

/** Whatever stands in one is taken for a path, be it meant so or not. */
const reference = /@\{([^}]*)\}/g;

/**
 * Puts what earlier subrequests answered in the place of `@{account.id}`, in every text of an address or body.
 * https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_composite_composite_post.htm
 */
export function resolveReferences(value: unknown, replies: ReadonlyMap<string, SandboxReply>): Resolved {
  try {
    return { value: resolve(value, replies) };
  } catch (error) {
    if (error instanceof ApiFault) return { fault: error };
    throw error;
  }
}

function resolve(value: unknown, replies: ReadonlyMap<string, SandboxReply>): unknown {
  if (typeof value === "string") {
    return value.replace(reference, (_whole, path: string) => lookUp(path, replies));
  }
  if (Array.isArray(value)) return value.map((item) => resolve(item, replies));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolve(item, replies)]));
}

function lookUp(path: string, replies: ReadonlyMap<string, SandboxReply>): string {
  const [name = "", field = ""] = path.split(".");
  const body = z.record(z.string(), z.unknown()).safeParse(replies.get(name)?.json);
  const found = body.success ? body.data[field] : undefined;
  if (typeof found === "string") return found;
  const message = `Invalid reference specified. No value for ${path} found in ${name}`;
  throw new ApiFault(400, "PROCESSING_HALTED", message);
}
