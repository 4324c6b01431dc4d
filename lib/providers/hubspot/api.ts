export const apiRoot = "https://api.hubapi.com";

/** Versions are dates, at the place in each path that HubSpot gives them: /crm/objects/2026-09/contacts. */
export const apiVersion = "2026-09";

/** @param objectId or the value of a unique property, with its name as the query's `idProperty` */
export function objectPath(objectType: "contacts" | "deals", objectId?: string): string {
  const path = `/crm/objects/${apiVersion}/${objectType}`;
  return objectId === undefined ? path : `${path}/${encodeURIComponent(objectId)}`;
}
