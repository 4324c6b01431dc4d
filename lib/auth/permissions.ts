import { z } from "zod";

/** What an API key may be allowed, and what the words mean on screen. */
export const permissionMeanings = {
  read: "See events, webhooks, deliveries and logs",
  "events:write": "Send events",
  "webhooks:write": "Create, change, test and delete webhooks",
  "deliveries:write": "Retry and cancel deliveries",
  "integrations:write": "Connect and disconnect apps, and make them do things",
  "payments:write": "Take payments and give refunds",
} as const;

/** Rights that only people have. */
const personalPermissions = ["keys:write", "members:write"] as const;

export const scopeSchema = z.enum([
  "read",
  "events:write",
  "webhooks:write",
  "deliveries:write",
  "integrations:write",
  "payments:write",
]);
export type Scope = z.infer<typeof scopeSchema>;
export type Permission = Scope | (typeof personalPermissions)[number];

const roleSchema = z.enum(["owner", "admin", "viewer"]);
export type Role = z.infer<typeof roleSchema>;

const everything: readonly Permission[] = [...scopeSchema.options, ...personalPermissions];

export const rolePermissions: Record<Role, readonly Permission[]> = {
  owner: everything,
  admin: everything,
  viewer: ["read"],
};
