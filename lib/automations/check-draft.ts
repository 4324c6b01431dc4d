import { readInTime } from "#db/read-in-time.ts";
import { defineVerb } from "#lib/auth/verb.ts";
import { toDraftCheckDto } from "./checking/check-dto.ts";
import { checkDraftInput, draftCheckDto } from "./checking/check-schema.ts";
import { findProblems } from "./checking/definition-problems.ts";
import { findAutomation } from "./naming/find-automation.ts";
import { findNames } from "./naming/find-names.ts";
import { readLocality } from "./naming/read-locality.ts";

/**
 * All that is wrong with a draft, or with what would be saved in its place. Nothing is written.
 * @throws {AppError} 422 for what is no definition at all, 404 for another merchant's automation
 */
export const checkDraft = defineVerb({
  permission: "read",
  input: checkDraftInput,
  output: draftCheckDto,
  async run({ ctx, input: { id, definition } }) {
    const { merchantId, locale } = ctx;
    return readInTime(async (tx) => {
      const { draft } = await findAutomation(tx, merchantId, id);
      const asked = definition ?? draft;
      const { timeZone } = await readLocality(tx, merchantId);
      const names = await findNames(tx, merchantId, asked, { locale, timeZone });
      return toDraftCheckDto(await findProblems(tx, merchantId, asked), names);
    });
  },
});
