import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import { saidParam } from "#lib/failures/values.ts";
import { toAppError } from "#lib/integrations/calls/to-app-error.ts";
import { wake } from "#lib/jobs/wake.ts";
import { logger } from "#lib/logger.ts";
import { ProviderError } from "#lib/providers/contract/provider-error.ts";
import type { Asked, AskedChanges, AskedRow } from "./asked.ts";
import { lookUp } from "./look-up.ts";
import { saidColumns } from "./states/said-columns.ts";

/**
 * What a failure says of a request that was to move money.
 * not_made: it was not taken on, and the same may be asked for again later. refused: it was looked at, and will not be.
 * unknown: it may have been done, so it is looked up.
 */
type Outcome = "not_made" | "refused" | "unknown";

/**
 * Writes down why a request for a payment or a refund brought no answer, by what that says of it (`toOutcome`).
 * @returns the row as it stands then
 * @throws {AppError} where the app surely did not take it on, and may be asked again under the same key
 */
export async function noteFailure<Row extends AskedRow>(
  asked: Asked<Row>,
  row: Row,
  error: unknown,
): Promise<Row> {
  const outcome = error instanceof ProviderError ? toOutcome(error) : "unknown";
  if (!(error instanceof ProviderError)) {
    logger.error({ err: error, id: row.id }, "the answer could not be noted; it is looked up");
  }
  const { said, detail } = readReason(error);
  if (outcome === "unknown") {
    const unknown = await note(asked, row, { status: "unknown", ...saidColumns(said, detail) });
    // A no of the app's own is one to this request, and an earlier one of ours is found, if there was any.
    if (error instanceof ProviderError && error.kind === "conflict") {
      return lookUp(asked, unknown, { isAnswered: true });
    }
    wakeLooks();
    return unknown;
  }
  if (outcome === "refused") return note(asked, row, { status: "failed", ...saidColumns(said, detail) });
  const notMade = say(asked.notMade, { said: said === null ? null : saidParam(said) });
  await note(asked, row, { status: "failed", ...saidColumns(notMade, detail) });
  throw toAppError(error);
}

/** A message may have told more of it by now, and then stands. */
async function note<Row extends AskedRow>(
  asked: Asked<Row>,
  row: Row,
  changes: AskedChanges & { status: "unknown" | "failed" },
): Promise<Row> {
  const lookDueAt = asked.nextLookAt({ status: changes.status, looks: 0 });
  const noted = await asked.write(row, { ...changes, looks: 0, lookDueAt, updatedAt: new Date() });
  return noted ?? (await asked.read(row)) ?? row;
}

/** Says that there are payments to look up, now or soon. */
function wakeLooks(): void {
  wake("payments/ready");
}

/** Of the app's own words only those count that leave no doubt. A conflict may be one with our own earlier request. */
function toOutcome(error: ProviderError): Outcome {
  switch (error.kind) {
    case "rate_limited":
    case "auth":
    case "scope_missing":
    case "account_closed":
      return "not_made";
    case "invalid_input":
    case "not_found":
      return "refused";
    case "conflict":
    case "timeout":
    case "unavailable":
      return "unknown";
  }
}

/** What was said of why, for the row. */
function readReason(error: unknown): { said: Message | null; detail: string | null } {
  if (!(error instanceof ProviderError)) return { said: null, detail: null };
  return { said: error.said, detail: error.detail ?? null };
}
