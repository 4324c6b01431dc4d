import { describe, expect, test } from "vitest";
import { findClimbs, findPlace } from "./climbs.ts";
import { floors } from "./floors.ts";
import { readSource } from "./read-source.ts";

const findSourceClimbs = (file: string, source: string) => findClimbs(readSource(file, source));

describe("floors", () => {
  test.each([
    ["lib/errors.ts", 'import { db } from "#db/client.ts"'],
    ["lib/events/accept-events.ts", 'import { createWebhook } from "#lib/webhooks/create-webhook.ts"'],
    ["lib/integrations/disconnect.ts", 'import { pause } from "#lib/automations/pause-automation.ts"'],
    ["db/schema/payments.ts", 'export * from "#lib/payments/schema.ts"'],
    ["components/ui/button.tsx", 'import { Page } from "#app/page.tsx"'],
  ])("%s does not import from above: %s", (file, source) => {
    expect(findSourceClimbs(file, source)).toEqual([expect.stringContaining("which is on a higher floor")]);
  });

  test("a type from above is refused as well", () => {
    const source = 'import type { WebhookDto } from "#lib/webhooks/schema.ts"';
    expect(findSourceClimbs("lib/deliveries/delivery-row.ts", source)).toHaveLength(1);
  });

  test("domains of one floor do not know each other", () => {
    const source = 'import { sweep } from "#lib/books/sweep-account.ts"';
    expect(findSourceClimbs("lib/revenue/report.ts", source)).toEqual([
      expect.stringContaining("which is on the same floor (books)"),
    ]);
  });

  test("the pattern with more letters names the floor", () => {
    expect(findPlace("lib/engine/wake.ts")?.domain.name).toBe("wake of the engine");
    expect(findPlace("lib/engine/claim.ts")?.domain.name).toBe("engine");
  });

  test.each(["lib/engine/claim.ts", "components/ui/button.tsx", "lib/payments/create-charge.ts"])(
    "%s may import from its own domain and from below",
    (file) => {
      const own = `import { a } from "#${file.slice(0, file.lastIndexOf("/"))}/other.ts";`;
      expect(findSourceClimbs(file, `${own} import { notFound } from "#lib/errors.ts"`)).toEqual([]);
    },
  );

  test("each domain has one floor and a name of its own", () => {
    const names = floors.flat().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    const files = floors.flat().flatMap((domain) => domain.files);
    expect(new Set(files).size).toBe(files.length);
  });
});
