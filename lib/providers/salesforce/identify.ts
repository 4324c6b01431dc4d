import { z } from "zod";
import type { Account, Call } from "../call.ts";
import { ProviderError } from "../provider-error.ts";
import { query } from "./client.ts";
import { unreadableAnswer } from "./errors.ts";

const row = z.looseObject({ Id: z.string().min(15), Name: z.string(), IsSandbox: z.boolean() });

/** Ids come with 15 characters or with 18, of which the last three check the first. */
const significantCharacters = 15;

/**
 * The org that the token opens. It must be the one that the token answer spoke of, so that no instance address can
 * pass another org off as the merchant's.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_organization.htm
 */
export async function identify(call: Call): Promise<Account> {
  const [organization] = await query(call, "SELECT Id, Name, IsSandbox FROM Organization LIMIT 1", row);
  if (!organization) throw unreadableAnswer("There is no Organization.");
  const { Id: id, Name: name, IsSandbox: isSandbox } = organization;
  const { organizationId = id } = call.settings;
  if (significant(organizationId) !== significant(id)) {
    const message =
      "Another Salesforce org answered than the one that you agreed for. Connect Salesforce again.";
    throw new ProviderError({ kind: "auth", message, detail: `expected ${organizationId}, got ${id}` });
  }
  return { id, label: isSandbox ? `${name} (sandbox)` : name };
}

function significant(id: string): string {
  return id.slice(0, significantCharacters);
}
