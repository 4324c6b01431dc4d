import { globSync } from "node:fs";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AutomationsInNeed } from "#components/automations/automations-in-need.tsx";
import { NoAutomations } from "#components/automations/list/no-automations.tsx";
import { DeliveryLogEmpty } from "#components/deliveries/delivery-log-empty.tsx";
import { NotFoundState } from "#components/errors/not-found-state.tsx";
import { NoIntegrations } from "#components/integrations/list/no-integrations.tsx";
import { NoApps } from "#components/marketplace/no-apps.tsx";
import { NoMailServer } from "#components/notices/no-mail-server.tsx";
import { NoNotices } from "#components/notices/no-notices.tsx";
import { FirstSteps } from "#components/overview/first-steps.tsx";
import { describeHealth } from "#components/overview/health.ts";
import { HealthLine } from "#components/overview/health-line.tsx";
import {
  automation,
  automations,
  failing,
  late,
  quiet,
  well,
} from "#components/overview/testing/overview.ts";
import { Pagination } from "#components/ui/pagination.tsx";
import { NoWebhooks } from "#components/webhooks/list/no-webhooks.tsx";
import { StateBadge } from "#components/webhooks/state-badge.tsx";
import type { Texts } from "#lib/words/texts/texts.ts";
import { setLanguage } from "#lib/words/texts/translations.ts";

/** A language of which each message is the English one in brackets. */
async function readBracketed(): Promise<Record<string, Record<string, string>>> {
  const modules = globSync("lib/words/en/{screens,definitions}/*.ts").map(
    (file): Promise<Record<string, Texts<Record<string, string>>>> =>
      import(`#${file.replaceAll("\\", "/")}`),
  );
  const catalogues = (await Promise.all(modules)).flatMap((exported) => Object.values(exported));
  return Object.fromEntries(
    catalogues.map(({ catalogue, messages }) => [
      catalogue,
      Object.fromEntries(Object.entries(messages).map(([key, pattern]) => [key, `[${pattern}]`])),
    ]),
  );
}

beforeAll(async () => setLanguage("en", { texts: await readBracketed() }));
afterAll(() => setLanguage("en", {}));

/** What is read of a page, and what its attributes tell to whoever does not see it, less all that is in brackets. */
function outsideOfBrackets(page: ReactNode): string {
  const html = renderToStaticMarkup(page);
  const told = [...html.matchAll(/(?:aria-label|title|alt|placeholder)="([^"]*)"/g)].map(([, text]) => text);
  let left = [html.replace(/<(svg|style)[\s\S]*?<\/\1>/g, "").replace(/<[^>]*>/g, " "), ...told].join(" ");
  for (let before = ""; before !== left; ) {
    before = left;
    left = left.replace(/\[[^[\]]*\]/g, " ");
  }
  return left.replace(/&\w+;|&#\w+;/g, " ").trim();
}

const at = "2026-10-02T19:20:31.000Z";
const paused = {
  status: "paused",
  disabledReason: null,
  disabledAt: null,
  pausedAt: at,
  failingSince: null,
} as const;
const named = { ...late, description: "[Till]" };

test.each<[string, ReactNode]>([
  ["an empty list", <NoWebhooks key="" isFiltered={false} canCreate hasSandbox />],
  ["a filtered list", <NoWebhooks key="" isFiltered canCreate={false} hasSandbox={false} />],
  ["the first steps", <FirstSteps key="" hasReceiver={false} canCreate />],
  ["the first steps, half done", <FirstSteps key="" hasReceiver canCreate={false} />],
  ["an empty log", <DeliveryLogEmpty key="" hasReceiver canCreateWebhook />],
  ["no automations", <NoAutomations key="" isFiltered={false} canCreate />],
  ["no integrations", <NoIntegrations key="" isFiltered={false} />],
  ["no apps", <NoApps key="" />],
  ["no notices", <NoNotices key="" />],
  ["no mail server", <NoMailServer key="" />],
  ["nothing at an address", <NotFoundState key="" />],
  ["a webhook that is paused", <StateBadge key="" webhook={paused} zone="UTC" held={3} />],
  ["pages", <Pagination key="" newerHref="/a" olderHref="/b" />],
  [
    "automations in need",
    <AutomationsInNeed key="" automations={[{ ...automation, name: "[Kitchen]", reviews: 2 }]} zone="UTC" />,
  ],
])("every text of %s is from a catalogue", (_, page) => {
  expect(outsideOfBrackets(page)).not.toMatch(/\p{L}/u);
});

test.each([
  ["all is well", { ...well, last24h: { ...quiet, delivered: 3 } }],
  ["nothing was due", well],
  ["a webhook fails", { ...well, unwell: [failing] }],
  ["orders are late", { ...well, retrying: [named] }],
  ["late in two places", { ...well, retrying: [named, named] }],
  ["automations wait", { ...well, automations: automations({ reviews: 1 }) }],
  ["everything is paused", { ...well, webhooks: 2, switchedOff: 2 }],
])("every text of the overview is from a catalogue: %s", (_, overview) => {
  const health = describeHealth(overview);
  expect(outsideOfBrackets(<HealthLine {...health} />)).not.toMatch(/\p{L}/u);
});
