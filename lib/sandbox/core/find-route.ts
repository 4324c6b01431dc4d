import type { SandboxRequest, SandboxRoute } from "#lib/providers/sandbox-kit/contract.ts";

export type FoundRoute = { route: SandboxRoute; groups: Readonly<Record<string, string>> };

/** The first route that fits a request by method, and by host and decoded path. */
export function findRoute(routes: readonly SandboxRoute[], request: SandboxRequest): FoundRoute | null {
  const place = `${request.url.host}${decodeURIComponent(request.url.pathname)}`;
  for (const route of routes) {
    const isTaken = route.methods.includes(request.method) && (route.takes?.(request) ?? true);
    const found = isTaken ? route.match.exec(place) : null;
    if (found) return { route, groups: { ...found.groups } };
  }
  return null;
}
