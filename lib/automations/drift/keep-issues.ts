import { and, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Tx } from "#db/client.ts";
import { automationIssues } from "#db/schema/automations.ts";
import { kept } from "#lib/failures/kept.ts";
import type { Message } from "#lib/failures/message.ts";
import { newId } from "#lib/ids.ts";
import type { Drift } from "./drift.ts";

/**
 * Opens an issue for each thing that is new, and closes those of what is well again. What could not be judged stays as
 * it is.
 * @param unjudged by the step's key: beginnings of subjects
 * @returns what is news
 */
export async function keepIssues(
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
