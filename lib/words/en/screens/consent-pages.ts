import { texts } from "#lib/words/texts/texts.ts";

export const consentPages = texts("consent-pages", {
  consent_not_found_title: "Page not found",
  consent_not_found_description:
    "The address may be incomplete, or the sandbox is switched off here. Press Connect again.",
  consent_not_found_marketplace: "Marketplace",
  id_title: "Allow access",
});
