import type { z } from "zod";
import { Refused } from "./api.ts";
import type { SandboxReply, SandboxStore } from "./contract.ts";

/** All objects of a kind, in the order in which they came. */
export async function listAll<Data>(
  store: Pick<SandboxStore, "list">,
  kind: string,
  schema: z.ZodType<Data>,
): Promise<Data[]> {
  return (await store.list(kind, schema)).map(({ data }) => data);
}

/** An object that must be there. @throws {Refused} */
export async function requireOne<Data>(
  store: Pick<SandboxStore, "get">,
  kind: string,
  id: string,
  schema: z.ZodType<Data>,
  refusal: () => SandboxReply,
): Promise<Data> {
  const found = await store.get(kind, id, schema);
  if (found === null) throw new Refused(refusal());
  return found;
}
