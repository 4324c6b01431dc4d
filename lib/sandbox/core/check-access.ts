import type { SandboxCredential, SandboxRefusal, SandboxRoute } from "#lib/providers/sandbox-kit/contract.ts";

/** Why a route is closed to what a request shows; null = it is open. */
export function checkAccess(
  route: SandboxRoute,
  shown: { token: string | null; credential: SandboxCredential | null },
): SandboxRefusal | null {
  if (route.access !== "api") return null;
  if (shown.token === null) return { kind: "no_credential" };
  const { credential } = shown;
  if (!credential || (credential.kind !== "access" && credential.kind !== "key")) {
    return { kind: "unknown_credential" };
  }
  if (credential.isRevoked) return { kind: "revoked_credential" };
  if (credential.isExpired) return { kind: "expired_credential" };
  if (route.scope !== undefined && !credential.grant.scopes.includes(route.scope)) {
    return { kind: "missing_scope", scope: route.scope };
  }
  return null;
}
