import { z } from "zod";
import { db } from "#db/client.ts";
import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { definitionSchema } from "#lib/automations/definition-schema.ts";
import { chosenNames } from "#lib/automations/drift/chosen-names.ts";
import { findAutomation } from "#lib/automations/naming/find-automation.ts";
import { findNames } from "#lib/automations/naming/find-names.ts";
import { readLocality } from "#lib/automations/naming/read-locality.ts";
import { automationIdInput } from "#lib/automations/schema.ts";
import type { Names } from "#lib/automations/words/names.ts";
import { findUsualCurrency } from "./find-usual-currency.ts";
import { automationSummaryDto } from "./summary-schema.ts";
import { findShownDefinitions, toSummaries } from "./to-summaries.ts";

/**
 * One automation with how it has been doing, and the definition that events go by now; before it is published, its draft.
 * @throws {AppError} 404 for another merchant's automation
 */
export const getSummary = defineVerb({
  permission: "read",
  input: automationIdInput,
  output: z.object({ summary: automationSummaryDto, definition: definitionSchema, names: z.custom<Names>() }),
  async run({ ctx, input }) {
    const { id } = input;
    const row = await findAutomation(db(), ctx.merchantId, id);
    const [[summary], [definition = row.draft]] = await Promise.all([
      toSummaries(ctx.merchantId, [row]),
      findShownDefinitions(ctx.merchantId, [row]),
    ]);
    if (!summary) throw new Error(`The automation ${id} has no summary.`);
    const { timeZone } = await readLocality(db(), ctx.merchantId);
    const names = await findNames(db(), ctx.merchantId, definition, { locale: ctx.locale, timeZone });
    const currency = await readInTime((tx) => findUsualCurrency(tx, ctx.merchantId));
    return { summary, definition, names: { ...names, currency, chosen: chosenNames(row.reliesOn) } };
  },
});
