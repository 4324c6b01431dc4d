import { db } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { listActionReferences } from "./checking/definition-problems.ts";
import type { Definition } from "./definition-schema.ts";
import { chosenNames } from "./drift/chosen-names.ts";
import { findActions } from "./naming/find-actions.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { findLive } from "./naming/find-live.ts";
import { readLocality } from "./naming/read-locality.ts";
import { findUsualCurrency } from "./summary/find-usual-currency.ts";
import { compareDefinitions } from "./trying/compare-definitions.ts";
import { dryRunInTurn } from "./trying/dry-run-in-turn.ts";
import { differenceDto, differenceInput } from "./trying/try-schema.ts";
import { createNames } from "./words/names.ts";

/**
 * What publishing the draft would change: step by step, field by field, and on request how many of the merchant's newest
 * events it would change the outcome of.
 * @throws {AppError} 404 for another merchant's automation, 429 while others of the merchant's dry runs are under way
 */
export const getDifference = defineVerb({
  permission: "read",
  input: differenceInput,
  output: differenceDto,
  async run({ ctx, input: { id, events: count } }) {
    const { merchantId, locale } = ctx;
    const automation = await findAutomation(db(), merchantId, id);
    const { draft } = automation;
    const live = await findLive(db(), automation);
    const { timeZone } = await readLocality(db(), merchantId);
    const definitions = [draft, ...(live ? [live.definition] : [])];
    const lookUpAction = await findActions(
      db(),
      merchantId,
      definitions.flatMap(({ steps: all }) => all.flatMap(listActionReferences)),
    );
    const currency = await readInTime((tx) => findUsualCurrency(tx, merchantId));
    const chosen = chosenNames(automation.reliesOn);
    const named = (definition: Definition) => {
      const names = { ...createNames(definition, lookUpAction, { locale, timeZone }), currency, chosen };
      return { definition, lookUpAction, names };
    };
    const { fields, steps } = compareDefinitions(live && named(live.definition), named(draft));
    const tried =
      count === 0 ? null : await dryRunInTurn({ merchantId, automationId: id, draft, live, count, locale });
    return {
      liveVersion: live?.version ?? null,
      hasChanges: fields.length > 0 || steps.length > 0,
      fields,
      steps: steps.map(({ step, ...difference }) => {
        const { action, app } = lookUpAction(step);
        return { key: step.key, title: action?.title ?? null, app: app?.name ?? null, ...difference };
      }),
      dryRun: tried?.totals ?? null,
    };
  },
});
