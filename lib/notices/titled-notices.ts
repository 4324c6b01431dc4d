import { and, eq, inArray } from "drizzle-orm";
import { db } from "#db/client.ts";
import { automations } from "#db/schema/automations.ts";
import type { notices } from "#db/schema/notices.ts";
import { selectAutomations } from "#lib/automations/naming/find-automation.ts";
import { findLiveNames } from "#lib/automations/naming/find-names.ts";
import { entitle, isUntitled } from "#lib/automations/words/entitle.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { defaultLocale, type Locale } from "#lib/words/locale.ts";

type Row = Pick<typeof notices.$inferSelect, "merchantId" | "params" | "further">;

/**
 * Notices of before their rows held titles name steps and fields by keys: what these are called today is put in. Where
 * the automation is gone, words are made of the keys.
 */
export async function withTitles<Notice extends Row>(
  rows: readonly Notice[],
  locale: Locale = defaultLocale,
): Promise<Notice[]> {
  const untitled = rows.filter(({ further }) => further?.some(isUntitled));
  const byId = await findNames(untitled, locale);
  return rows.map((row) => {
    const names = byId.get(readAutomationId(row));
    if (names === undefined || !untitled.includes(row)) return row;
    return { ...row, further: row.further?.map((message) => entitle(message, names)) ?? null };
  });
}

function readAutomationId({ params }: Row): string {
  return typeof params.automationId === "string" ? params.automationId : "";
}

async function findNames(rows: readonly Row[], locale: Locale): Promise<Map<string, Names>> {
  const names = new Map<string, Names>();
  for (const merchantId of new Set(rows.map((row) => row.merchantId))) {
    const ids = rows.filter((row) => row.merchantId === merchantId).map(readAutomationId);
    const own = and(eq(automations.merchantId, merchantId), inArray(automations.id, ids));
    for (const automation of await selectAutomations(db(), own)) {
      names.set(automation.id, await findLiveNames(db(), automation, locale));
    }
  }
  return names;
}
