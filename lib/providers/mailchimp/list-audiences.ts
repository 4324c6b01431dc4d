import { z } from "zod";
import type { Call } from "../call.ts";
import { listPage } from "./list-page.ts";

const list = z.looseObject({ id: z.string().min(1), name: z.string() });

/** Every audience of the account. Plans allow a handful; Mailchimp gives out a thousand at once. */
export async function listAudiences(call: Call): Promise<z.output<typeof list>[]> {
  const fields = ["id", "name"];
  const found: z.output<typeof list>[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listPage<typeof list>>> = await listPage(call, {
      path: "/lists",
      what: "audience",
      name: "lists",
      schema: list,
      fields,
      cursor,
      limit: 1_000,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}
