import type { Tx } from "#db/client.ts";
import type { Locale } from "#lib/words/locale.ts";
import type { Definition } from "../definition-schema.ts";
import { createNames, type Names, type Reader } from "../words/names.ts";
import { findActions } from "./find-actions.ts";
import type { AutomationRow } from "./find-automation.ts";
import { findLive } from "./find-live.ts";
import { readLocality } from "./read-locality.ts";

/** What the steps and fields of a merchant's automation are called. */
export async function findNames(
  tx: Tx,
  merchantId: string,
  definition: Definition,
  reader: Reader,
): Promise<Names> {
  return createNames(definition, await findActions(tx, merchantId, definition.steps), reader);
}

/** The same of what is live; before it is published, of the draft. */
export async function findLiveNames(tx: Tx, automation: AutomationRow, locale: Locale): Promise<Names> {
  const live = await findLive(tx, automation);
  const { timeZone } = await readLocality(tx, automation.merchantId);
  return findNames(tx, automation.merchantId, live?.definition ?? automation.draft, { locale, timeZone });
}
