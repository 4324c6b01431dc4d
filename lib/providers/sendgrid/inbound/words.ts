import type { Message } from "#lib/failures/message.ts";
import { lookUp } from "#lib/look-up.ts";
import { scrubbed } from "#lib/scrub.ts";
import { tell } from "../words.ts";
import type { MailEvent } from "./events.ts";

type Heap = { count: number; remark: string | null };

const maxReasonLength = 160;

/**
 * What reports mean, a sentence for each kind: how many, and of one what the mail service said. Reports come in heaps,
 * and nobody's address is in the sentence. Kinds that were not asked for say nothing.
 */
export function describeEvents(events: readonly MailEvent[]): Message[] {
  const heaps = new Map<string, MailEvent[]>();
  for (const event of events) {
    const kind = kindOf(event);
    heaps.set(kind, [...(heaps.get(kind) ?? []), event]);
  }
  return [...heaps].flatMap(([kind, heap]) => {
    const name = lookUp(namesOf, kind);
    const [first] = heap;
    return name && first ? [name({ count: heap.length, remark: remarkOf(first) })] : [];
  });
}

const namesOf: Readonly<Record<string, (heap: Heap) => Message>> = {
  bounce: (heap) => tell("report_bounce", heap),
  blocked: (heap) => tell("report_blocked", heap),
  dropped: (heap) => tell("report_dropped", heap),
  spamreport: (heap) => tell("report_spam", heap),
  unsubscribe: (heap) => tell("report_unsubscribed", heap),
  group_unsubscribe: (heap) => tell("report_unsubscribed_group", heap),
  compliance_suspend: () => tell("account_suspended"),
  compliance_deactivate: () => tell("account_deactivated"),
  compliance_ban: () => tell("account_banned"),
  compliance_reactivate: () => tell("account_reactivated"),
};

function kindOf({ event, type }: MailEvent): string {
  if (event === "bounce") return type === "blocked" ? "blocked" : "bounce";
  return event === "account_status_change" ? (type ?? event) : event;
}

/** Which mail service it was, and what it said. */
function remarkOf({ reason, email }: MailEvent): string | null {
  const host = email?.split("@")[1];
  const said = reason ? scrubbed(reason).replace(/\s+/g, " ").trim().slice(0, maxReasonLength) : "";
  return [host, said].filter(Boolean).join(": ") || null;
}
