import { z } from "zod";
import type { Call } from "../contract/call.ts";
import { hint, hintedNumber, id, listOfReadable, optionalFlag } from "../kit/lenient.ts";
import { queryPath, quoted, readAnswer, rowsOf } from "./client.ts";
import { findReferenced, referenceQuery, referenceRow } from "./mark.ts";
import { type RecordToWrite, saved, sendTogether, writeRecord, writeSubrequest } from "./records.ts";

/** https://developer.salesforce.com/docs/atlas.en-us.object_reference.meta/object_reference/sforce_api_objects_opportunitystage.htm */
export const stageQuery =
  "SELECT ApiName, MasterLabel, DefaultProbability, IsClosed, IsWon FROM OpportunityStage WHERE IsActive = true ORDER BY SortOrder LIMIT 200";

export const stageRow = z.looseObject({
  ApiName: id,
  MasterLabel: hint,
  DefaultProbability: hintedNumber,
  IsClosed: optionalFlag.catch(false),
  IsWon: optionalFlag.catch(false),
});

const answers = z.tuple([
  z.looseObject({ records: listOfReadable(stageRow) }),
  rowsOf(z.looseObject({ Id: z.string().min(15) })),
  rowsOf(referenceRow.extend({ AccountId: z.string().nullish() })),
]);

type Surroundings = {
  /** API names of the stages in use. */
  stages: string[];
  /** The oldest account of the name; null = there is none. */
  accountId: string | null;
  /** What an earlier try of this call has made. */
  earlier: { opportunityId: string; accountId: string | null } | null;
};

/**
 * What must be known before an opportunity is created, in one request.
 * @param keyField where the org keeps Patchbay's reference; null = in the description
 * @throws {ProviderError}
 */
export async function loadContext(
  call: Call,
  accountName: string,
  keyField: string | null,
): Promise<Surroundings> {
  const key = call.idempotencyKey;
  const earlierQuery = referenceQuery({
    object: "Opportunity",
    also: ["AccountId"],
    keyField,
    key,
    where: `Account.Name = ${quoted(accountName)}`,
  });
  const accountQuery = `SELECT Id FROM Account WHERE Name = ${quoted(accountName)} ORDER BY CreatedDate LIMIT 1`;
  const replies = await sendTogether(call, [
    { referenceId: "stages", method: "GET", path: queryPath(stageQuery) },
    { referenceId: "accounts", method: "GET", path: queryPath(accountQuery) },
    { referenceId: "earlier", method: "GET", path: queryPath(earlierQuery) },
  ]);
  const [stages, accounts, opportunities] = readAnswer(replies, answers);
  const earlier = findReferenced(opportunities.records, keyField, key);
  return {
    stages: stages.records.map(({ ApiName }) => ApiName),
    accountId: accounts.records[0]?.Id ?? null,
    earlier: earlier && { opportunityId: earlier.Id, accountId: earlier.AccountId ?? null },
  };
}

const bothSaved = z.tuple([saved, saved]);

/** Creates an opportunity of an account that is there. @throws {ProviderError} */
export async function writeOpportunity(
  call: Call,
  opportunity: RecordToWrite,
  accountId: string,
): Promise<{ opportunityId: string; accountId: string }> {
  const { id: opportunityId } = await writeRecord(call, withAccount(opportunity, accountId));
  return { opportunityId, accountId };
}

/** Creates an opportunity and its account: both, or neither of them. @throws {ProviderError} */
export async function writeOpportunityWithAccount(
  call: Call,
  opportunity: RecordToWrite,
  account: RecordToWrite,
): Promise<{ opportunityId: string; accountId: string }> {
  const replies = await sendTogether(call, [
    writeSubrequest("account", account),
    writeSubrequest("opportunity", withAccount(opportunity, "@{account.id}")),
  ]);
  const [savedAccount, savedOpportunity] = readAnswer(replies, bothSaved);
  return { accountId: savedAccount.id, opportunityId: savedOpportunity.id };
}

function withAccount(opportunity: RecordToWrite, accountId: string): RecordToWrite {
  return { ...opportunity, values: { ...opportunity.values, AccountId: accountId } };
}
