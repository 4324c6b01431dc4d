import { describe, expect, test } from "vitest";
import { findBreaches } from "./breaches.ts";
import { readSource } from "./read-source.ts";
import { zones } from "./table.ts";

function findSourceBreaches(file: string, source: string) {
  return findBreaches(readSource(file, source));
}

const forbidden = [
  ["lib/engine/a.ts", 'import { a } from "#lib/webhooks/sending/sender.ts"'],
  ["lib/engine/a.ts", 'import { a } from "#lib/providers/registry.ts"'],
  ["lib/engine/a.ts", 'import { a } from "#db/schema/webhooks.ts"'],
  ["app/page.tsx", 'import { db } from "#db/client.ts"'],
  ["app/page.tsx", 'import { eq } from "drizzle-orm"'],
  ["app/page.tsx", 'import { drizzle } from "drizzle-orm/postgres-js"'],
  ["app/page.tsx", 'import { slack } from "#lib/providers/slack/provider.ts"'],
  ["app/page.tsx", 'import { inngest } from "#inngest/client.ts"'],
  ["app/api/inngest/route.ts", 'import { db } from "#db/client.ts"'],
  ["instrumentation.ts", 'import { db } from "#db/client.ts"'],
  ["proxy.ts", 'import { db } from "#db/client.ts"'],
  ["components/ui/a.tsx", 'import { webhooks } from "#db/schema/webhooks.ts"'],
  ["components/notices/server-actions.ts", 'import { db } from "#db/client.ts"'],
  ["components/ui/a.tsx", 'import type { Db } from "#db/client.ts"'],
  ["components/ui/a.tsx", 'import { env } from "#lib/env.ts"'],
  ["components/ui/a.tsx", 'import { acceptEvents } from "#lib/events/accept-events.ts"'],
  ["components/ui/a.tsx", 'import Page from "#app/page.tsx"'],
  ["components/ui/a.tsx", 'import { readFile } from "node:fs/promises"'],
  ["lib/events/schema.ts", 'import { db } from "#db/client.ts"'],
  ["lib/events/accept-events.ts", 'import Page from "#app/page.tsx"'],
  ["lib/events/accept-events.ts", 'import { Button } from "#components/ui/button.tsx"'],
  ["lib/events/accept-events.ts", 'import { drain } from "#inngest/functions.ts"'],
  ["lib/events/accept-events.ts", 'import { slack } from "#lib/providers/slack/provider.ts"'],
  ["lib/events/accept-events.ts", 'import { newMerchant } from "#db/testing/merchant.ts"'],
  ["lib/events/accept-events.ts", 'import { scene } from "#lib/deliveries/testing/scene.ts"'],
  ["lib/words/format.ts", 'import { db } from "#db/client.ts"'],
  ["lib/transport/handle.ts", 'import Page from "#app/page.tsx"'],
  ["lib/providers/registry.ts", 'import { db } from "#db/client.ts"'],
  ["lib/providers/registry.ts", 'import { slack } from "#lib/providers/slack/provider.ts"'],
  ["lib/providers/registry.ts", 'import { slack } from "./slack/provider.ts"'],
  ["lib/providers/manifests.ts", 'const { slack } = await import("./slack/provider.ts")'],
  // What shows words of an app has none of its code compiled, in development.
  ["lib/words/a.ts", 'import { loadProvider } from "#lib/providers/registry.ts"'],
  ["lib/providers/registry.ts", 'const { send } = await import("./slack/actions/send-message.ts")'],
  ["lib/providers/slack/manifest.ts", 'import { slack } from "./provider.ts"'],
  ["lib/providers/slack/manifest.ts", 'import { channels } from "./resources/channels.ts"'],
  ["lib/providers/slack/auth.ts", 'import { askSlack } from "./client.ts"'],
  ["scripts/bench.ts", 'import { slack } from "#lib/providers/slack/provider.ts"'],
  ["e2e/apps.spec.ts", 'import { slack } from "#lib/providers/slack/provider.ts"'],
  ["lib/api/integrations.ts", 'const { slack } = await import("#lib/providers/slack/provider.ts")'],
  ["lib/providers/slack/provider.ts", 'import { db } from "#db/client.ts"'],
  ["lib/providers/slack/provider.ts", 'import { env } from "#lib/env.ts"'],
  ["lib/providers/slack/provider.ts", 'import { Inngest } from "inngest"'],
  ["lib/providers/slack/provider.ts", 'import { hubspot } from "#lib/providers/hubspot/provider.ts"'],
  ["lib/providers/slack/provider.ts", 'import { hubspot } from "../hubspot/provider.ts"'],
  ["lib/providers/slack/client.ts", 'import { seed } from "./sandbox/seed.ts"'],
  ["lib/providers/slack/client.ts", 'import { providers } from "../registry.ts"'],
  ["lib/providers/slack/sandbox/sandbox.ts", 'import { scopes } from "../scopes.ts"'],
  [
    "lib/providers/slack/sandbox/sandbox.ts",
    'import { ProviderError } from "../../contract/provider-error.ts"',
  ],
  ["inngest/functions.ts", 'import Page from "#app/page.tsx"'],
  ["inngest/functions.ts", 'import { Button } from "#components/ui/button.tsx"'],
  ["inngest/functions.ts", 'import { sql } from "drizzle-orm"'],
  ["inngest/functions.ts", 'import { db } from "#db/client.ts"'],
  ["db/client.ts", 'import { acceptEvents } from "#lib/events/accept-events.ts"'],
  ["db/client.ts", 'import { startPostgres } from "#scripts/postgres/server.ts"'],
  ["db/seed.ts", 'import Page from "#app/page.tsx"'],
  ["e2e/webhook.spec.ts", 'import { db } from "#db/client.ts"'],
  ["e2e/server.ts", 'import Page from "#app/page.tsx"'],
  ["scripts/dev.ts", 'import Page from "#app/page.tsx"'],
  ["integrations/zapier/src/index.ts", 'import { eventCatalogue } from "#lib/events/catalogue/catalogue.ts"'],
  ["integrations/zapier/src/index.ts", 'import { z } from "zod"'],
  ["vitest.config.ts", 'import Page from "#app/page.tsx"'],
] as const;

const allowed = [
  ["app/page.tsx", 'import { Button } from "#components/ui/button.tsx"'],
  ["app/page.tsx", 'import { listWebhooks } from "#lib/webhooks/list-webhooks.ts"'],
  ["app/page.tsx", 'import { registry } from "#lib/providers/registry.ts"'],
  ["app/api/inngest/route.ts", 'import { functions } from "#inngest/functions.ts"'],
  ["instrumentation.ts", 'const { start } = await import("#inngest/start.ts")'],
  ["components/ui/a.tsx", 'import { cn } from "./cn.ts"'],
  ["components/webhooks/a.tsx", 'import { webhookInput } from "#lib/webhooks/schema.ts"'],
  ["components/webhooks/a.tsx", 'import { createWebhook } from "#components/webhooks/server-actions.ts"'],
  ["components/webhooks/a.tsx", 'import type { Env } from "#lib/env.ts"'],
  ["components/webhooks/a.tsx", 'import { type Env } from "#lib/env.ts"'],
  ["lib/events/accept-events.ts", 'import { db } from "#db/client.ts"'],
  ["lib/events/accept-events.ts", 'import { inngest } from "#inngest/client.ts"'],
  ["lib/events/accept-events.ts", 'import { sql } from "drizzle-orm"'],
  ["lib/providers/manifests.ts", 'import { manifest as slack } from "./slack/manifest.ts"'],
  ["lib/providers/registry.ts", 'const { slack } = await import("./slack/provider.ts")'],
  ["lib/providers/slack/manifest.ts", 'import { auth } from "./auth.ts"'],
  ["lib/providers/slack/provider.ts", 'import { post } from "./actions/post.ts"'],
  ["lib/providers/slack/provider.ts", 'import { sandbox } from "./sandbox/sandbox.ts"'],
  ["lib/providers/slack/sandbox/sandbox.ts", 'import { oauthRoutes } from "../../sandbox-kit/oauth.ts"'],
  ["lib/providers/slack/provider.ts", 'import type { Provider } from "#lib/providers/contract/provider.ts"'],
  ["inngest/functions.ts", 'import { drain } from "#lib/destinations/drain.ts"'],
  ["db/client.ts", 'import { env } from "#lib/env.ts"'],
  ["db/seed.ts", 'import { acceptEvents } from "#lib/events/accept-events.ts"'],
  ["db/testing/global-setup.ts", 'import { startTemporaryPostgres } from "#scripts/postgres/temporary.ts"'],
  ["integrations/zapier/src/index.ts", 'import { triggers } from "./triggers.ts"'],
  ["scripts/dev.ts", 'const { seedDemo } = await import("#db/seed.ts")'],
] as const;

describe("import walls", () => {
  test.each(forbidden)("%s may not say: %s", (file, source) => {
    expect(findSourceBreaches(file, source)).toContainEqual(expect.stringContaining("may not import"));
  });

  test.each(allowed)("%s may say: %s", (file, source) => {
    expect(findSourceBreaches(file, source)).toEqual([]);
  });

  test("every zone but the tests has a breach among these cases", () => {
    const zonesBroken = forbidden.map(([file, source]) => findSourceBreaches(file, source)[0] ?? "");
    for (const { name } of zones.filter((zone) => zone.name !== "tests")) {
      expect(zonesBroken).toContainEqual(expect.stringContaining(`: ${name} may not import`));
    }
  });

  test.each([
    'export { db } from "#db/client.ts"',
    'export * from "#db/client.ts"',
    'const { db } = await import("#db/client.ts")',
    'type Client = typeof import("#db/client.ts")',
    'import "#db/client.ts"',
    'import { type Db, db } from "#db/client.ts"',
  ])("sees through: %s", (source) => {
    expect(findSourceBreaches("components/ui/a.tsx", source)).toHaveLength(1);
  });

  test("a path in a comment or a string is no import", () => {
    expect(
      findSourceBreaches(
        "components/ui/a.tsx",
        '// import "#db/client.ts"\nconst text = \'import "#db/client.ts"\';',
      ),
    ).toEqual([]);
  });
});

describe("paths of imports", () => {
  test("a ../ chain does not leave its top-level folder", () => {
    expect(findSourceBreaches("lib/events/a.ts", 'import { db } from "../../db/client.ts"')).toEqual([
      "lib/events/a.ts: imports ../../db/client.ts across top-level folders; write #db/client.ts",
    ]);
    expect(findSourceBreaches("lib/events/a.ts", 'import { env } from "../env.ts"')).toEqual([]);
  });

  test("a file extension is not left out", () => {
    expect(findSourceBreaches("lib/events/a.ts", 'import { env } from "#lib/env"')).toContainEqual(
      expect.stringContaining("without its file extension"),
    );
  });

  test("a file outside of every zone is a breach itself", () => {
    expect(findSourceBreaches("misc/a.ts", "export {}")).toHaveLength(1);
  });
});

describe("process.env", () => {
  test.each(["process.env.PORT", "const { env } = process", "const port = process.env"])(
    "is not read outside of lib/env.ts: %s",
    (source) => {
      expect(findSourceBreaches("lib/events/a.ts", source)).toContainEqual(
        expect.stringContaining("reads process.env"),
      );
      expect(findSourceBreaches("lib/env.ts", source)).toEqual([]);
    },
  );
});
