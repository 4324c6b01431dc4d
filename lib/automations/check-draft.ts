import { readInTime } from "#db/read-in-time.ts";
import { authorise, type Ctx } from "#lib/auth/context.ts";
import { parseInput } from "#lib/parse.ts";
import { toDraftCheckDto } from "./checking/check-dto.ts";
import { checkDraftInput, type DraftCheckDto } from "./checking/check-schema.ts";
import { findProblems } from "./checking/definition-problems.ts";
import { findAutomation } from "./find-automation.ts";

/**
 * All that is wrong with a draft, or with what would be saved in its place. Nothing is written.
 * @throws {AppError} 422 for what is no definition at all, 404 for another merchant's automation
 */
export async function checkDraft({ ctx, input }: { ctx: Ctx; input: unknown }): Promise<DraftCheckDto> {
  authorise(ctx, "read");
  const { id, definition } = parseInput(checkDraftInput, input);
  const problems = await readInTime(async (tx) => {
    const { draft } = await findAutomation(tx, ctx.merchantId, id);
    return findProblems(tx, ctx.merchantId, definition ?? draft);
  });
  return toDraftCheckDto(problems, ctx.locale);
}
