import { z } from "zod";
import { permissions as t } from "#lib/words/en/definitions/permissions.ts";

/** Rights that only people have. */
const personalPermissions = ["keys:write", "members:write"] as const;

/** What an API key may be allowed. */
export const scopeSchema = z.enum([
  "read",
  "events:write",
  "webhooks:write",
  "deliveries:write",
  "integrations:write",
  "payments:write",
]);
export type Scope = z.infer<typeof scopeSchema>;

/** What each means on screen. */
export const permissionMeanings = (): Record<Scope, string> => ({
  read: t("read"),
  "events:write": t("events_write"),
  "webhooks:write": t("webhooks_write"),
  "deliveries:write": t("deliveries_write"),
  "integrations:write": t("integrations_write"),
  "payments:write": t("payments_write"),
});

export type Permission = Scope | (typeof personalPermissions)[number];

const roleSchema = z.enum(["owner", "admin", "viewer"]);
export type Role = z.infer<typeof roleSchema>;

const everything: readonly Permission[] = [...scopeSchema.options, ...personalPermissions];

export const rolePermissions: Record<Role, readonly Permission[]> = {
  owner: everything,
  admin: everything,
  viewer: ["read"],
};
