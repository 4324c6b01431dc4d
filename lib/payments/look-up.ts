import { transact } from "#db/transact.ts";
import { wakeDeliveries } from "#lib/engine/wake.ts";
import { messageSchema } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import { type Asked, type AskedRow, isUnsure } from "./asked.ts";
import { surelyArrivedMs } from "./states/look-times.ts";
import { saidColumns } from "./states/said-columns.ts";

/**
 * Asks the app how a payment or a refund stands. Nothing is asked for again.
 * @param options.isAnswered the app has said no to the last request, so nothing of it is on its way
 * @returns the row as it stands then
 */
export async function lookUp<Row extends AskedRow>(
  asked: Asked<Row>,
  row: Row,
  { isAnswered = false }: { isAnswered?: boolean } = {},
): Promise<Row> {
  try {
    const found = await asked.look(row);
    if (found === "out_of_reach") return later(asked, row);
    if (found === "nothing") return noteNothing(asked, row, isAnswered);
    const applied = await transact(found);
    wakeDeliveries();
    return applied ?? row;
  } catch (error) {
    if (!(error instanceof ProviderError)) {
      logger.error({ err: error, id: row.id }, "what was asked for could not be looked up");
    }
    return later(asked, row);
  }
}

/** Nothing under the key is an answer only once a request that was on its way must have arrived. */
async function noteNothing<Row extends AskedRow>(
  asked: Asked<Row>,
  row: Row,
  isAnswered: boolean,
): Promise<Row> {
  const isSure = isAnswered || Date.now() - row.updatedAt.getTime() >= surelyArrivedMs;
  if (!isUnsure(row) || !isSure) return later(asked, row);
  const why = messageSchema.safeParse({ code: row.failureCode, params: row.failureParams ?? {} }).data;
  const notMade = say(asked.notMade, { said: why === undefined ? null : saidParam(why) });
  const noted = await asked.write(row, {
    status: "failed",
    // What the app itself said no to is said again.
    ...(isAnswered ? {} : saidColumns(notMade, row.failureDetail)),
    lookDueAt: null,
    updatedAt: new Date(),
  });
  return noted ?? row;
}

async function later<Row extends AskedRow>(asked: Asked<Row>, row: Row): Promise<Row> {
  return (await asked.write(row, { lookDueAt: asked.nextLookAt(row) })) ?? row;
}
