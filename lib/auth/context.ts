import { forbidden } from "#lib/errors.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";
import { type Permission, type Role, rolePermissions, type Scope } from "./permissions.ts";

type Actor =
  | { kind: "user"; id: string; role: Role }
  | { kind: "apiKey"; id: string; scopes: readonly Scope[] }
  | { kind: "system"; name: string };

/** Who asks, and for which merchant. Every verb takes one; every query filters by its `merchantId`. */
export type Ctx = {
  merchantId: string;
  actor: Actor;
  requestId: string;
  /** In which language whoever asks reads: the person's own, else the merchant's. */
  locale: Locale;
};

/** Names who asks among all of the merchant's: two keys with the same rights are two. */
export function actorId({ actor }: Ctx): string {
  return actor.kind === "system" ? actor.name : actor.id;
}

function getPermissions(actor: Actor): readonly Permission[] | "all" {
  switch (actor.kind) {
    case "user":
      return rolePermissions[actor.role];
    case "apiKey":
      return actor.scopes;
    case "system":
      return "all";
  }
}

export function isAllowed(ctx: Ctx, permission: Permission): boolean {
  const permissions = getPermissions(ctx.actor);
  return permissions === "all" || permissions.includes(permission);
}

/** @throws {AppError} 403 when the actor lacks the permission. */
export function authorise(ctx: Ctx, permission: Permission): void {
  if (!isAllowed(ctx, permission)) throw forbidden(permission);
}

/** The context of work that no person or key asked for. What it says goes into the log. */
export function systemCtx(merchantId: string, name: string): Ctx {
  return { merchantId, actor: { kind: "system", name }, requestId: name, locale: defaultLocale };
}
