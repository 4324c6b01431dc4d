import type { OutboundReply } from "#lib/http/send.ts";
import { newId } from "#lib/ids.ts";
import type { ClaimedDelivery } from "./claim.ts";
import type { DueDestination } from "./due-destinations.ts";
import { judge, type Verdict } from "./outcome.ts";
import type { TimingDto } from "./schema.ts";

/** One try at a delivery: what was sent, what came back, and what follows from it. */
export type Attempt = Verdict & {
  id: string;
  delivery: ClaimedDelivery;
  destination: DueDestination;
  number: number;
  startedAt: Date;
  url: string;
  requestHeaders: Record<string, string>;
  statusCode: number | null;
  responseHeaders: Record<string, string> | null;
  responseBody: string | null;
  isResponseCut: boolean;
  timing: TimingDto;
};

/** Judges the reply to what was sent, and puts all together that is recorded of the attempt. */
export function concludeAttempt(sent: {
  delivery: ClaimedDelivery;
  destination: DueDestination;
  startedAt: Date;
  requestHeaders: Record<string, string>;
  reply: OutboundReply;
}): Attempt {
  const { delivery, destination, reply } = sent;
  const verdict = judge({
    reply,
    trigger: delivery.trigger,
    scheduleStep: delivery.scheduleStep,
    plannedAt: delivery.plannedAt === null ? null : new Date(delivery.plannedAt),
    retryScheduleSeconds: destination.retrySchedule,
    now: new Date(),
    random: Math.random(),
  });
  return {
    ...verdict,
    id: newId("att"),
    delivery,
    destination,
    number: delivery.attempts + 1,
    startedAt: sent.startedAt,
    url: destination.url,
    requestHeaders: sent.requestHeaders,
    statusCode: reply.ok ? reply.statusCode : null,
    responseHeaders: reply.ok ? reply.headers : null,
    responseBody: reply.ok ? reply.body : null,
    isResponseCut: reply.ok && reply.isBodyCut,
    timing: reply.timing,
  };
}
