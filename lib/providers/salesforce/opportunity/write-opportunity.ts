import { z } from "zod";
import type { Call } from "../../contract/call.ts";
import { sendTogether } from "../composite.ts";
import { unreadableAnswer } from "../errors.ts";
import { type RecordToWrite, saved, writeRecord, writeSubrequest } from "../write-record.ts";

const bothSaved = z.tuple([saved, saved]);

/** Creates an opportunity of an account that is there. @throws {ProviderError} */
export async function writeOpportunity(
  call: Call,
  opportunity: RecordToWrite,
  accountId: string,
): Promise<{ opportunityId: string; accountId: string }> {
  const { id } = await writeRecord(call, withAccount(opportunity, accountId));
  return { opportunityId: id, accountId };
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
  const read = bothSaved.safeParse(replies);
  if (!read.success) throw unreadableAnswer(z.prettifyError(read.error).slice(0, 500), read.error);
  return { accountId: read.data[0].id, opportunityId: read.data[1].id };
}

function withAccount(opportunity: RecordToWrite, accountId: string): RecordToWrite {
  return { ...opportunity, values: { ...opportunity.values, AccountId: accountId } };
}
