import { globSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../../", import.meta.url));
const rewritesForm = z.array(z.object({ source: z.string(), destination: z.string() }));

async function readRewrites() {
  const { default: config } = await import(`${root}next.config.mjs`);
  return rewritesForm.parse(await config.rewrites());
}

/** For each request to a route with parameters `next dev` starts a process, which takes longer than the request. */
test.each(["sandbox/inbox", "sandbox", "api/inbound"])(
  "what an automation asks for below /%s has one route, without parameters",
  async (place) => {
    const isRewrittenBy = (source: string) => `/${place}/x`.startsWith(source.replace(/:.*$/, ""));
    const first = (await readRewrites()).find(({ source }) => isRewrittenBy(source));
    expect(first).toEqual({ source: `/${place}/:rest*`, destination: `/${place}` });
    const routes = globSync(`app/${place}/**/route.ts`, { cwd: root });
    expect(routes).toContain(`app/${place}/route.ts`);
    expect(routes.filter((path) => path.includes("["))).toEqual([]);
  },
);
