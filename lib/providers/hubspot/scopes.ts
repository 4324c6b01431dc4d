import type { Scope } from "../contract/auth.ts";

/**
 * https://developers.hubspot.com/docs/apps/developer-platform/build-apps/authentication/scopes. Fields and pipelines
 * are readable with the scopes of the objects that they belong to, so no `crm.schemas.*.read` is asked for. HubSpot
 * installs an app only if all that it asks for is granted.
 */
export const scopes = [
  {
    id: "oauth",
    title: "Connect to your HubSpot account",
    reason: "HubSpot asks this of every app. Patchbay also learns which currencies your account uses.",
  },
  {
    id: "crm.objects.contacts.read",
    title: "Look up contacts",
    reason: "Patchbay finds the contact that a guest's e-mail address belongs to.",
  },
  {
    id: "crm.objects.contacts.write",
    title: "Add and change contacts",
    reason: "Guests become contacts, and what changes about them is written there.",
  },
  {
    id: "crm.objects.deals.read",
    title: "See your deals, pipelines and stages",
    reason: "You choose pipeline and stage from a list, and no deal is made twice.",
  },
  {
    id: "crm.objects.deals.write",
    title: "Add deals",
    reason: "A large order or an enquiry becomes a deal.",
  },
  {
    id: "crm.schemas.deals.write",
    title: "Add a field to your deals",
    reason:
      "Patchbay adds one field, “Patchbay reference”, by which HubSpot itself refuses a deal that is there already. It changes no other field.",
  },
] as const satisfies readonly Scope[];

const askedFor = new Set<string>(scopes.map(({ id }) => id));

export function isScopeAskedFor(id: string): boolean {
  return askedFor.has(id);
}
