import { findAccountDocument, timeIn, toSeconds } from "../account-document.ts";
import { expireSession } from "../checkout/session-view.ts";
import { decideDispute, endResponse } from "../disputes/decide.ts";
import { arrivePayout, itemisePayout, sendPayout } from "../payouts/advance.ts";
import { payOutAvailable } from "../payouts/pay-out.ts";
import { endRefund, fundRefund, fundWaiting } from "../refunds/end-refund.ts";
import { type Side, type Work, workOn } from "../work.ts";
import { isAnythingDue, type Task, takeDue } from "./due.ts";

/** So much may be due at once; what is left is done with the next request. */
const mostAtOnce = 5_000;

/**
 * Does what has become due in an account, each at its own time.
 * @returns how much there was
 */
export async function workOff(context: Side): Promise<number> {
  if (!(await isAnythingDue(context.store, toSeconds(timeIn(await findAccountDocument(context.store))))))
    return 0;
  for (let done = 0; done < mostAtOnce; done += 1) {
    const hasWorked = await workOn(
      context,
      async (work) => {
        const next = await takeDue(work, work.seconds);
        if (next === null) return false;
        await carryOut(atTime(work, next.at), next.due);
        return true;
      },
      { inOrder: true },
    );
    if (!hasWorked) return done;
  }
  return mostAtOnce;
}

function atTime(work: Work, seconds: number): Work {
  return { ...work, seconds: Math.min(seconds, work.seconds) };
}

/** What waits for the balance comes before what goes to the bank. */
async function payOutDaily(work: Work): Promise<void> {
  if ((work.terms.payouts ?? "daily") !== "daily") return;
  await fundWaiting(work);
  await payOutAvailable(work);
}

async function carryOut(work: Work, due: Task): Promise<unknown> {
  switch (due.task) {
    case "pay_out":
      return payOutDaily(work);
    case "send_payout":
      return sendPayout(work, due.payout);
    case "itemise_payout":
      return itemisePayout(work, due.payout);
    case "arrive_payout":
      return arrivePayout(work, due.payout);
    case "end_refund":
      return endRefund(work, due.refund, due.outcome);
    case "fund_refund":
      return fundRefund(work, due.refund, due.tries);
    case "end_response":
      return endResponse(work, due.dispute);
    case "decide_dispute":
      return decideDispute(work, due.dispute, "won");
    case "expire_session":
      return expireSession(work, due.session);
  }
}
