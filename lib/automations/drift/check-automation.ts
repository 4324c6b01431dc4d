import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import { db, type Tx } from "#db/client.ts";
import { automationIssues, automations, automationVersions } from "#db/schema/automations.ts";
import { integrations } from "#db/schema/integrations.ts";
import type { Definition } from "#lib/automations/definition-schema.ts";
import {
  type AutomationRow,
  lockAutomation,
  selectAutomations,
} from "#lib/automations/naming/find-automation.ts";
import { findLiveNames } from "#lib/automations/naming/find-names.ts";
import { entitle } from "#lib/automations/words/entitle.ts";
import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { newId } from "#lib/ids.ts";
import { enqueueNotices } from "#lib/notices/enqueue-notices.ts";
import { wakeNotices } from "#lib/notices/wake-notices.ts";
import { defaultLocale } from "#lib/words/locale.ts";
import { type AccountDrift, findAccountDrift } from "./account-drift.ts";
import type { Drift } from "./drift.ts";
import { noteReliance } from "./note-reliance.ts";
import { type ReliesOn, reliesOnSchema } from "./relies-on-schema.ts";
import { findSchemaDrift } from "./schema-drift.ts";
import { listUses } from "./uses.ts";

/**
 * Compares what a live version relies on with today's schemas and with the accounts: opens an issue for each thing that
 * is no longer as it was, tells people of what is new, and closes what is well again. An account that does not answer
 * says nothing.
 * @returns whether everything could be judged; null = there is nothing to check
 */
export async function checkAutomation(
  merchantId: string,
  id: string,
): Promise<{ isWhole: boolean; news: number } | null> {
  const found = await findLive(merchantId, id);
  if (found === null) return null;
  const { automation, definition } = found;
  const fresh = await noteReliance(db(), merchantId, definition, null);
  const noted = reliesOnSchema.safeParse(automation.reliesOn).data ?? fresh;
  const uses = listUses(definition);
  const connections = await findConnections(
    merchantId,
    uses.map(({ integrationId }) => integrationId),
  );
  const accounts: { stepKey: string; key: string; outcome: AccountDrift }[] = [];
  for (const use of uses) {
    const integration = connections.find((each) => each.id === use.integrationId);
    if (!integration || integration.status === "disconnected") continue;
    const outcome = await findAccountDrift(use, integration, noted[use.key]);
    accounts.push({ stepKey: use.stepKey, key: use.key, outcome });
  }
  const unjudged = accounts.flatMap(({ stepKey, outcome }) =>
    outcome.unjudged.map((subject) => ({ stepKey, subject })),
  );
  const news = await db().transaction(async (tx) => {
    const current = await lockAutomation(tx, merchantId, id);
    // Something else was published or accepted meanwhile: it is checked in its own turn.
    const isSame = JSON.stringify(current.reliesOn) === JSON.stringify(automation.reliesOn);
    if (!isSame || current.liveVersion !== automation.liveVersion) return [];
    const drifts = [
      ...(await findSchemaDrift(tx, merchantId, definition, noted)),
      ...accounts.flatMap(({ outcome }) => outcome.drifts),
    ];
    const opened = await keepIssues(tx, current, drifts, unjudged);
    await tx
      .update(automations)
      .set({ reliesOn: withNoted({ ...fresh, ...noted }, fresh, accounts) })
      .where(eq(automations.id, id));
    if (opened.length > 0) {
      const said = say("notice_automation_drift", { automation: automation.name, automationId: id });
      const names = await findLiveNames(tx, current, defaultLocale);
      const about = opened.slice(0, mostTold).map((message) => entitle(message, names));
      await enqueueNotices(tx, { merchantId, said, about });
    }
    return opened;
  });
  if (news.length > 0) wakeNotices();
  return { isWhole: unjudged.length === 0, news: news.length };
}

/** An email names no more; the automation's page has all. */
const mostTold = 10;

function withNoted(
  noted: ReliesOn,
  fresh: ReliesOn,
  accounts: readonly { key: string; outcome: AccountDrift }[],
): ReliesOn {
  const found = new Map(accounts.map(({ key, outcome }) => [key, outcome.noted]));
  return Object.fromEntries(
    Object.entries(noted).map(([key, use]) => {
      // Where a person has taken the types as they are.
      const sources = use.sources.length > 0 ? use.sources : (fresh[key]?.sources ?? []);
      return [key, { ...use, sources, ...found.get(key) }];
    }),
  );
}

async function findLive(
  merchantId: string,
  id: string,
): Promise<{ automation: AutomationRow; definition: Definition } | null> {
  const own = and(eq(automations.merchantId, merchantId), eq(automations.id, id));
  const [automation] = await selectAutomations(db(), own);
  if (!automation || automation.deletedAt !== null || automation.liveVersion === null) return null;
  const [live] = await db()
    .select({ definition: automationVersions.definition })
    .from(automationVersions)
    .where(
      and(
        eq(automationVersions.merchantId, merchantId),
        eq(automationVersions.automationId, id),
        eq(automationVersions.number, automation.liveVersion),
      ),
    );
  return live ? { automation, definition: live.definition } : null;
}

async function findConnections(merchantId: string, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return db()
    .select()
    .from(integrations)
    .where(and(eq(integrations.merchantId, merchantId), inArray(integrations.id, [...new Set(ids)])));
}

/**
 * Opens an issue for each thing that is new, and closes those of what is well again. What could not be judged stays as
 * it is.
 * @param unjudged by the step's key: beginnings of subjects
 * @returns what is news
 */
async function keepIssues(
  tx: Tx,
  { id: automationId, merchantId }: { id: string; merchantId: string },
  drifts: readonly Drift[],
  unjudged: readonly { stepKey: string; subject: string }[],
): Promise<Message[]> {
  const open = await tx
    .select()
    .from(automationIssues)
    .where(
      and(
        eq(automationIssues.merchantId, merchantId),
        eq(automationIssues.automationId, automationId),
        isNull(automationIssues.closedAt),
      ),
    );
  const over = open.filter(
    ({ stepKey, subject }) =>
      !drifts.some((drift) => drift.stepKey === stepKey && drift.subject === subject) &&
      !unjudged.some((part) => part.stepKey === stepKey && subject.startsWith(part.subject)),
  );
  if (over.length > 0) {
    await tx
      .update(automationIssues)
      .set({ closedAt: sql`clock_timestamp()` })
      .where(
        inArray(
          automationIssues.id,
          over.map(({ id }) => id),
        ),
      );
  }
  const news: Message[] = [];
  for (const { stepKey, subject, said, repair } of drifts) {
    const known = open.find((issue) => issue.stepKey === stepKey && issue.subject === subject);
    const values = { ...kept(said), repair };
    if (known) {
      await tx.update(automationIssues).set(values).where(eq(automationIssues.id, known.id));
      continue;
    }
    const of = { id: newId("iss"), merchantId, automationId, stepKey, subject };
    const opened = await tx
      .insert(automationIssues)
      .values({ ...of, ...values })
      .onConflictDoNothing()
      .returning({ id: automationIssues.id });
    if (opened.length > 0) news.push(said);
  }
  return news;
}
