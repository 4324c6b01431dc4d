import { z } from "zod";
import { ApiFault } from "../answers.ts";
import { listRecords, type Org } from "../org.ts";
import type { ObjectDefinition } from "../schema/definition.ts";

const ruleSchema = z.looseObject({ isOn: z.boolean() });

export async function isDuplicateRuleOn({ store }: Pick<Org, "store">): Promise<boolean> {
  return (await store.get("setting", "lead-duplicate-rule", ruleSchema))?.isOn ?? false;
}

export async function setDuplicateRule({ store }: Pick<Org, "store">, isOn: boolean): Promise<void> {
  await store.put("setting", "lead-duplicate-rule", { isOn });
}

/**
 * The org's rule for leads, where it is on: an e-mail address that another lead has is warned of, and saved only if the
 * caller says so. https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/headers_duplicaterules.htm
 */
export async function checkDuplicateRule(
  org: Org,
  object: ObjectDefinition,
  record: Record<string, unknown>,
  headers: Readonly<Record<string, string>>,
): Promise<void> {
  const email = record.Email;
  if (object.name !== "Lead" || typeof email !== "string" || !(await isDuplicateRuleOn(org))) return;
  if (/\ballowSave=true\b/i.test(headers["sforce-duplicate-rule-header"] ?? "")) return;
  const others = await listRecords(org, object);
  if (!others.some((one) => String(one.Email ?? "").toLowerCase() === email.toLowerCase())) return;
  throw new ApiFault(400, "DUPLICATES_DETECTED", "Use one of these records?", []);
}
