import connectable from "#lib/marketplace/catalogue/connectable.json" with { type: "json" };

/** An app that can be connected. */
export type AppId = keyof typeof connectable;
const isApp = (id: string): id is AppId => Object.hasOwn(connectable, id);
export const apps = Object.keys(connectable)
  .filter(isApp)
  .map((id) => ({ id, name: connectable[id] }));

/** One for each thing that is tested on data of its own, so that tests run side by side. */
const ownMerchants = [
  "main-job",
  "pause",
  "popup",
  "scripts-late",
  "scripts-lost",
  "builder",
  "automations",
  "story-restaurant",
  "story-shop",
  "guards",
  "operator",
  "payments",
] as const;
export type MerchantName = (typeof ownMerchants)[number] | `app-${AppId}`;
export const merchantNames: readonly MerchantName[] = [
  ...ownMerchants,
  ...apps.map(({ id }) => `app-${id}` as const),
];

export const passwordOfAll = "one-for-all-the-tests";

/** How the owner of a merchant of the tests signs in. */
export function getSignIn(name: MerchantName): { email: string; password: string } {
  return { email: `${name}@e2e.example`, password: passwordOfAll };
}
