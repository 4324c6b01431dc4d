import { globSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { z } from "zod";
import type { Endpoint } from "#lib/transport/endpoint.ts";
import { endpoints } from "./endpoints.ts";

// A route then exports the endpoint itself, under its method, in place of the handler that is made of it.
vi.mock("#lib/transport/handle.ts", () => ({
  routeHandlers: (...made: readonly Endpoint[]) => Object.fromEntries(made.map((one) => [one.method, one])),
}));

/** Routes that are no operation of a merchant's: each has its own way in, and takes the methods named here. */
const ownRoutes: Readonly<Record<string, readonly string[]>> = {
  "/api/health": ["GET"],
  "/api/ready": ["GET"],
  "/api/event-types": ["GET"],
  "/api/openapi.json": ["GET"],
  "/api/auth/{nextauth}": ["GET", "POST"],
  "/api/inngest": ["GET", "POST", "PUT"],
  "/api/inbound": ["GET", "POST"],
  "/api/oauth/{provider}/install": ["GET"],
  "/api/oauth/{provider}/callback": ["GET", "POST"],
};

const methods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
const madeOfEndpoint = z.looseObject({ method: z.string(), path: z.string() });

/** `app/api/webhooks/[id]/route.ts` → `/api/webhooks/{id}` */
function toApiPath(file: string): string {
  return file
    .replace(/^app/, "")
    .replace(/\/route\.ts$/, "")
    .replaceAll(/\[(?:\.\.\.)?(\w+)\]/g, "{$1}");
}

/** What a route file takes, and by which endpoint it answers; null = by none. */
async function readRoute(file: string): Promise<{ place: string; endpoint: string | null }[]> {
  const route = z.looseObject({}).parse({ ...(await import(`${process.cwd()}/${file}`)) });
  return methods.flatMap((method) => {
    if (route[method] === undefined) return [];
    const { data } = madeOfEndpoint.safeParse(route[method]);
    return [{ place: `${method} ${toApiPath(file)}`, endpoint: data ? `${data.method} ${data.path}` : null }];
  });
}

const files = globSync("app/api/**/route.ts", { cwd: process.cwd() });
const routes = (await Promise.all(files.map(readRoute))).flat();
const inList = endpoints.map(({ method, path }) => `${method} ${path}`);

test("a route answers by the endpoint of its own method and path, or is named here", () => {
  expect(routes.filter(({ place, endpoint }) => endpoint !== null && endpoint !== place)).toEqual([]);
  const named = Object.entries(ownRoutes).flatMap(([path, own]) => own.map((method) => `${method} ${path}`));
  const withoutEndpoint = routes.filter(({ endpoint }) => endpoint === null).map(({ place }) => place);
  expect(withoutEndpoint.toSorted()).toEqual(named.toSorted());
});

test("the list of endpoints and the routes that answer by one are the same", () => {
  expect(routes.flatMap(({ endpoint }) => endpoint ?? []).toSorted()).toEqual(inList.toSorted());
});
