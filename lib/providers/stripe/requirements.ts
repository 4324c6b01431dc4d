import type { Said } from "../contract/app-words.ts";
import { tell } from "./words.ts";

/**
 * Stripe's names of what it needs, by their beginning, and what each is called here; the first that fits counts.
 * https://docs.stripe.com/connect/required-verification-information
 */
const names = [
  [/^identity\.attestations\.terms_of_service\b/, "needs_terms"],
  [/^identity\.attestations\b/, "needs_declaration"],
  [/^identity\.entity_type\b/, "needs_entity_type"],
  [/^identity\.business_details\.(id_numbers|tax)/, "needs_business_number"],
  [/^identity\.business_details\.documents\b/, "needs_business_document"],
  [/^identity\.business_details\.(address|additional_addresses)\b/, "needs_business_address"],
  [/^identity\.business_details\.phone\b/, "needs_business_phone"],
  [/^identity\.business_details\.registered_name\b/, "needs_business_name"],
  [/^identity\.business_details\b/, "needs_business_details"],
  [/^identity\.individual\.date_of_birth\b/, "needs_birth_date"],
  [/^identity\.individual\.(given_name|surname|additional_names)\b/, "needs_name"],
  [/^identity\.individual\.(address|additional_addresses)\b/, "needs_address"],
  [/^identity\.individual\.(documents|verification)\b/, "needs_identity_document"],
  [/^identity\.individual\.id_numbers\b/, "needs_identity_number"],
  [/^identity\.individual\.(email|phone)\b/, "needs_contact"],
  [/^identity\.individual\b/, "needs_person_details"],
  [/^(relationship\.)?(representative|owners?|directors?|executives?|authorizer)\b/, "needs_owners"],
  [/^(persons?\b|person_)/, "needs_owner_details"],
  [/^(external_account|payout_method)/, "needs_bank_account"],
  [/^defaults\.profile\.business_url\b/, "needs_web_address"],
  [/^defaults\.profile\.product_description\b/, "needs_product"],
  [/^defaults\.profile\b/, "needs_profile"],
  [/^configuration\.merchant\.mcc\b/, "needs_kind"],
  [/^configuration\.merchant\.(statement_descriptor|script_statement_descriptor)\b/, "needs_statement_name"],
  [/^configuration\.merchant\.support\b/, "needs_support"],
  [/^contact_(email|phone)\b/, "needs_reach"],
] as const;

/**
 * What Stripe needs, each once, in the order in which Stripe names it. `requirements` has Stripe's own names of it.
 * @param requirements such as `identity.individual.date_of_birth.day`
 */
export function requirementsOf(requirements: readonly string[]): Said[] {
  const groups = Map.groupBy(requirements, (requirement) => nameOf(requirement) ?? lastWordsOf(requirement));
  return [...groups.values()].map((own) => sayNeeds(own));
}

function sayNeeds(own: readonly string[]): Said {
  const [first = ""] = own;
  const name = nameOf(first);
  const said = name === undefined ? tell("needs_other", { name: lastWordsOf(first) }) : tell(name);
  return { ...said, params: { ...said.params, requirements: own.join(" ") } };
}

function nameOf(requirement: string) {
  return names.find(([form]) => form.test(requirement))?.[1];
}

function lastWordsOf(requirement: string): string {
  return requirement.split(".").slice(-2).join(" ").replaceAll("_", " ");
}
