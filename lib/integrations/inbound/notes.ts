import type { Message } from "#lib/failures/message.ts";
import { say } from "#lib/failures/say.ts";
import type { InboundEffect, InboundMessage } from "#lib/providers/contract/inbound.ts";
import { unreadMessage } from "#lib/providers/contract/unread.ts";
import { getManifest, type IntegrationRow } from "../integration-row.ts";

/** What the activity says of a message from a provider. */
export function createNotes(integration: IntegrationRow, { effects }: InboundMessage): Message[] {
  const notes = effects.flatMap((effect) => notesOfEffect(getManifest(integration).name, effect));
  // What tells of money in its own words needs no other.
  const isAboutMoney = effects.some(({ kind }) => kind === "money_changed");
  return notes.length === 0 && isAboutMoney ? [say("told_money_changed")] : notes;
}

function notesOfEffect(app: string, effect: InboundEffect): Message[] {
  switch (effect.kind) {
    case "ended":
      return [say("told_ended", { app })];
    case "scopes_changed":
      return [say("told_scopes_changed")];
    case "record_changed":
      return [say("told_record_changed", { title: effect.record.title })];
    case "record_unread": {
      const { recordKind: kind, unread } = effect;
      return [say("told_record_unread", { kind, record: unread.externalId }), unreadMessage(unread)];
    }
    case "record_deleted":
      return [say("told_record_deleted", { kind: effect.recordKind })];
    case "records_stale":
      return [say("told_records_stale", { kind: effect.recordKind })];
    case "account_changed":
      return [say("told_account_changed")];
    case "money_changed":
      return [];
    case "privacy_request":
      return [say("told_privacy", { request: effect.request })];
    case "forget_account":
      return [say("told_forget_account")];
    case "noted":
      return [effect.said];
    case "unread":
      return [say("told_unreadable", { app }), unreadMessage(effect.reason)];
  }
}
