import { lookUp } from "#lib/look-up.ts";
import { withoutAddresses } from "../problem.ts";
import type { MailEvent } from "./events.ts";

const maxReasonLength = 160;

/**
 * What reports mean, a sentence for each kind: how many, and of one what the mail service said. Reports come in heaps,
 * and nobody's address is in the sentence. Kinds that were not asked for say nothing.
 */
export function describeEvents(events: readonly MailEvent[]): string[] {
  const heaps = new Map<string, MailEvent[]>();
  for (const event of events) {
    const kind = kindOf(event);
    heaps.set(kind, [...(heaps.get(kind) ?? []), event]);
  }
  return [...heaps].flatMap(([kind, heap]) => {
    const words = lookUp(wordsOf, kind);
    const [first] = heap;
    return words && first ? [words(heap.length, first)] : [];
  });
}

const wordsOf: Readonly<Record<string, (count: number, first: MailEvent) => string>> = {
  bounce: (count, first) =>
    `${mails(count)} came back: there is no such mailbox, or it takes none${said(first)}. SendGrid sends nothing there any more; ask the guest for another address.`,
  blocked: (count, first) =>
    `${mails(count)} ${count === 1 ? "was" : "were"} turned away this time${said(first)}. The next one may arrive.`,
  dropped: (count, first) =>
    `${mails(count)} ${count === 1 ? "was" : "were"} not sent by SendGrid${said(first)}. To change that, look under Suppressions in SendGrid.`,
  spamreport: (count) =>
    `${people(count)} marked an e-mail of yours as spam. SendGrid sends nothing there any more.`,
  unsubscribe: (count) => `${people(count)} wants no more e-mails. SendGrid sends nothing there any more.`,
  group_unsubscribe: (count) => `${people(count)} wants no more e-mails of one kind.`,
  compliance_suspend: () =>
    "SendGrid suspended your account: no e-mail leaves. Sign in to SendGrid to see why.",
  compliance_deactivate: () =>
    "SendGrid deactivated your account: no e-mail leaves. Write to SendGrid's support.",
  compliance_ban: () => "SendGrid closed your account: no e-mail leaves. Write to SendGrid's support.",
  compliance_reactivate: () => "SendGrid reactivated your account: e-mails leave again.",
};

function kindOf({ event, type }: MailEvent): string {
  if (event === "bounce") return type === "blocked" ? "blocked" : "bounce";
  return event === "account_status_change" ? (type ?? event) : event;
}

function mails(count: number): string {
  return count === 1 ? "An e-mail" : `${count} e-mails`;
}

function people(count: number): string {
  return count === 1 ? "Someone" : `Each of ${count} people`;
}

function said({ reason, email }: MailEvent): string {
  const host = email?.split("@")[1];
  const words = reason ? withoutAddresses(reason).replace(/\s+/g, " ").trim().slice(0, maxReasonLength) : "";
  const parts = [host, words].filter(Boolean);
  return parts.length > 0 ? ` (${parts.join(": ")})` : "";
}
