import type { OperatorCtx } from "#lib/auth/operator.ts";
import { findOperator, operatorCtx } from "#lib/auth/operator-session.ts";
import { notFound } from "#lib/errors.ts";
import { newId } from "#lib/ids.ts";
import { type ActionResult, runSafely } from "./action.ts";
import { fileResponse } from "./file-response.ts";
import { toProblem } from "./problem.ts";

/** As runAction, for the operator who is signed in. Everybody else is told that there is nothing. */
export async function runOperatorAction<Data>(
  verb: (ctx: OperatorCtx) => Promise<Data>,
): Promise<ActionResult<Data>> {
  const session = await findOperator();
  const requestId = newId("req");
  if (!session) {
    return runSafely<Data>(
      async () => {
        throw notFound("page");
      },
      { requestId },
    );
  }
  return runSafely(() => verb(operatorCtx(session, requestId)), { requestId, locale: session.locale });
}

/** Answers an operator's request with a file; everybody else, signed in or not, is told that there is nothing. */
export async function answerOperatorFile(
  name: string,
  write: (ctx: OperatorCtx) => Promise<string>,
): Promise<Response> {
  const requestId = newId("req");
  try {
    const session = await findOperator();
    if (!session) throw notFound("page");
    const text = await write(operatorCtx(session, requestId));
    return fileResponse(text, {
      name: `${name}.csv`,
      contentType: "text/csv; charset=utf-8",
      requestId,
    });
  } catch (error) {
    return toProblem(error, requestId);
  }
}
