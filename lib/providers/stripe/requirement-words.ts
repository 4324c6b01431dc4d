/**
 * Stripe's names of what it needs, by their beginning; the first that fits counts.
 * https://docs.stripe.com/connect/required-verification-information
 */
const words: readonly (readonly [RegExp, string])[] = [
  [/^identity\.attestations\.terms_of_service\b/, "your consent to Stripe's terms"],
  [/^identity\.attestations\b/, "a declaration about who owns and runs the business"],
  [/^identity\.entity_type\b/, "whether you are a person or a company"],
  [/^identity\.business_details\.(id_numbers|tax)/, "the registration or tax number of the business"],
  [/^identity\.business_details\.documents\b/, "a document about the business"],
  [/^identity\.business_details\.(address|additional_addresses)\b/, "the address of the business"],
  [/^identity\.business_details\.phone\b/, "the phone number of the business"],
  [/^identity\.business_details\.registered_name\b/, "the registered name of the business"],
  [/^identity\.business_details\b/, "details of the business"],
  [/^identity\.individual\.date_of_birth\b/, "your date of birth"],
  [/^identity\.individual\.(given_name|surname|additional_names)\b/, "your name"],
  [/^identity\.individual\.(address|additional_addresses)\b/, "your address"],
  [/^identity\.individual\.(documents|verification)\b/, "a copy of your passport or identity card"],
  [/^identity\.individual\.id_numbers\b/, "the number of your passport, identity card or tax file"],
  [/^identity\.individual\.(email|phone)\b/, "your e-mail address and phone number"],
  [/^identity\.individual\b/, "details about you"],
  [
    /^(relationship\.)?(representative|owners?|directors?|executives?|authorizer)\b/,
    "who owns and runs the business",
  ],
  [/^(persons?\b|person_)/, "details of someone who owns or runs the business"],
  [/^(external_account|payout_method)/, "the bank account that your money is paid out to"],
  [/^defaults\.profile\.business_url\b/, "the web address of the business"],
  [/^defaults\.profile\.product_description\b/, "what the business sells"],
  [/^defaults\.profile\b/, "a few words about the business"],
  [/^configuration\.merchant\.mcc\b/, "what kind of business it is"],
  [
    /^configuration\.merchant\.(statement_descriptor|script_statement_descriptor)\b/,
    "the name on card statements",
  ],
  [/^configuration\.merchant\.support\b/, "how guests can reach the business"],
  [/^contact_(email|phone)\b/, "how Stripe can reach you"],
];

/** What Stripe needs, for people; each once, in the order in which Stripe names it. */
export function requirementWords(descriptions: readonly string[]): string[] {
  return [...new Set(descriptions.map(wordsOf))];
}

function wordsOf(description: string): string {
  const known = words.find(([form]) => form.test(description));
  return known?.[1] ?? `“${description.split(".").slice(-2).join(" ").replaceAll("_", " ")}”`;
}
