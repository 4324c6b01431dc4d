import { z } from "zod";
import type { Account, Call } from "../contract/call.ts";
import { failure } from "../kit/failures.ts";
import { hint, id, optionalFlag } from "../kit/lenient.ts";
import { query } from "./client.ts";
import { unreadable } from "./errors.ts";
import { tell } from "./words.ts";

const row = z.looseObject({
  Id: id.pipe(z.string().min(15)),
  Name: hint,
  IsSandbox: optionalFlag.catch(false),
});

/** Ids come with 15 characters or with 18, of which the last three check the first. */
const significantCharacters = 15;

/**
 * The org that the token opens. It must be the one that the token answer spoke of, so that no instance address can
 * pass another org off as the merchant's.
 * https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_organization.htm
 */
export async function identify(call: Call): Promise<Account> {
  const [organization] = await query(call, "SELECT Id, Name, IsSandbox FROM Organization LIMIT 1", row);
  if (!organization) throw unreadable("There is no Organization.");
  const { Id: answered, IsSandbox: isSandbox } = organization;
  const name = organization.Name || "Salesforce";
  const { organizationId = answered } = call.settings;
  if (significant(organizationId) !== significant(answered)) {
    const detail = `expected ${organizationId}, got ${answered}`;
    throw failure("auth", tell("another_org_answered_than_one"), detail);
  }
  return { id: answered, label: isSandbox ? `${name} (sandbox)` : name };
}

function significant(orgId: string): string {
  return orgId.slice(0, significantCharacters);
}
