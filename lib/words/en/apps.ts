import type {
  AppFailureParams,
  CallNoteParams,
  CallTitleParams,
  DisconnectParams,
  SyncNoteParams,
  UnreadParams,
} from "#lib/failures/app-messages.ts";

const wait =
  "{unit, select, second {{count, plural, one {# second} other {# seconds}}} minute {{count, plural, one {# minute} other {# minutes}}} other {{count, plural, one {# hour} other {# hours}}}}";

const apps: Record<keyof AppFailureParams, string> = {
  app_timeout: "{app} did not answer within {seconds, number} s. Try again in a minute.",
  app_too_slow: "{app} took too long. Try again in a minute.",
  app_unreachable: "{app} could not be reached. Try again in a minute.",
  app_unreadable: "{app} sent an answer that cannot be read. Try again later.",
  app_asks_to_wait: "{app} asks for fewer requests for a while. Patchbay waits and continues automatically.",
  app_fault: "{app} has a problem on its side at the moment. Try again in a few minutes.",
  app_unknown_refusal: "{app} refused for a reason that Patchbay does not know. Try again later.",
  app_disconnected: "{app} is disconnected. Connect it again.",
  app_slow_down: `{app} asked us to slow down. Try again in ${wait}.`,
  app_own_limit: `That is more requests than {app} takes at a time. Try again in ${wait}.`,
  app_permission_missing:
    "{app} was connected without the permission {permissions}. Connect it again and allow it.",
  app_permissions_missing:
    "{app} was connected without the permission {permissions}. Connect it again and allow it; until then, what needs it does not work.",
  app_other_account: "The access to {app} now belongs to {found} and not to {account}. Connect it again.",
  app_keys_missing: "The keys are missing.",
  app_keys_refused: "{app} does not accept the keys any more. Connect it again with new ones.",
  app_access_ended: "{app} no longer accepts the access that was given. Connect it again.",
  app_access_refused: "{app} refused to give access ({error}). Connect it again.",
  app_access_wait: "{app} asks us to wait. Patchbay tries again automatically.",
  app_access_trouble: "{app} cannot give access at the moment. Try again in a minute.",
  app_connect_wait: "{app} asks us to wait before connecting. Try again in a minute.",
  app_not_ours:
    "{app} does not accept this installation's app: its id or secret is wrong. Only your administrator can correct that.",
  app_not_set_up:
    "{app} cannot be asked for new access: its app id and secret are not set any more. Ask your administrator.",
  app_message_unreadable: "The message cannot be read.",
};

/** `title` is that of the action or list, which the declaration of the app has. */
const calls: Record<keyof CallNoteParams, string> = {
  call_done: "{title}: done.",
  payment_key_reused: "This key was used for another amount before, so nothing was charged.",
  call_amount_read: "{title}: how much money it would move was looked up. Nothing was done.",
  call_list_read: "{title}: {count, number} read.",
  call_page_read: "{count, number} read.",
  call_unread_some: "{count, number} could not be read.",
  call_unread_of: "{record, select, null {One without an id} other {{record}}}:",
  call_unread_more: "…",
  call_access_renewed: "{app} renewed the access.",
  call_connection_works: "The connection to {account} works.",
  call_subscribed: "It tells us of changes from now on.",
  call_unsubscribed: "It no longer tells us of changes.",
  told_ended: "The connection was ended at {app}.",
  told_scopes_changed: "The permissions were changed.",
  told_record_changed: "{title} was changed.",
  told_record_unread:
    "{kind, select, order {An order} other {A product}}{record, select, null {} other { ({record})}} was changed, and cannot be read.",
  told_record_deleted: "{kind, select, order {An order was deleted.} other {A product was deleted.}}",
  told_records_stale: "{kind, select, order {Orders have changed.} other {Products have changed.}}",
  told_account_changed: "The account was changed. Patchbay is checking it.",
  told_money_changed: "A payment, refund, dispute or payout has changed. Patchbay is checking it.",
  told_privacy: `{request, select,
    forget {A customer asked to be forgotten: our copies of their orders are deleted.}
    other {A customer asked what is stored about them: Patchbay stores nothing that names customers.}
  }`,
  told_forget_account: "Everything about this account was deleted.",
  told_unreadable: "{app} sent something that cannot be read.",
};

const titles: Record<keyof CallTitleParams, string> = {
  call_title_action: "{title}",
  call_title_resource: "Read: {title}",
  call_title_check: "Check of the connection",
  call_title_refresh: "Access renewed",
  call_title_sync: "Copy of {kind, select, order {orders} other {products}}",
  call_title_inbound: "{app} told us: {topic}",
  call_title_subscribe: "Changes asked for",
  call_title_connection: "Connection",
  call_title_payment: `{what, select,
    begin_payment {Payment asked for}
    look_up_payment {Payment looked up}
    end_payment {Payment ended}
    give_back {Refund asked for}
    look_up_refund {Refund looked up}
    other {Checked whether payments can be taken}
  }`,
};

const where = "{isField, select, no {It} other {“{field}”}}";
const expected = `{expected, select,
  id {an id} text {a text} number {a number} whole_number {a whole number} yes_or_no {yes or no} time {a time}
  list {a list} object {an object} other {something else}}`;
const found = `{found, select,
  text {a text} number {a number} yes_or_no {yes or no} list {a list} object {an object} other {nothing}}`;

/** `field` stands in a column of its own, and `isField` says whether there is one. */
const unread: Record<keyof UnreadParams, string> = {
  unread_missing: `${where} is missing.`,
  unread_wrong_type: `{expected, select, unknown {${where} has a value that is not known.} other {${where} should be ${expected}, and is ${found}.}}`,
  unread_wrong_value: `{expected, select, unknown {${where} has a value that is not known.} other {${where} should be ${expected}, and is another text.}}`,
  unread_not_an_object: `It should be an object, and is ${found}.`,
  unread_no_id: "It has no usable id, so it cannot be told from others.",
  unread_not_understood: `{why, select,
    json {It is not JSON.}
    utf8 {It is not UTF-8.}
    contradiction {It says that something was deleted, and still describes it.}
    other {It holds something that cannot be used.}
  }`,
};

const disconnect: Record<keyof DisconnectParams, string> = {
  disconnect_deletes_access: "The access to {account}",
  disconnect_deletes_copies: "Our copies of its products and orders",
  disconnect_keeps_activity: "The activity of this connection",
  disconnect_keeps_app: "Everything in {app} itself",
  disconnect_by_hand:
    "{app} cannot be told from here: remove Patchbay's access in your {app} account as well.",
};

const sync: Record<keyof SyncNoteParams, string> = {
  sync_disconnected: "The app was disconnected.",
  sync_cut_off: "{app} did not say where the list goes on. What was read is kept.",
  sync_too_many: "There are more than {max, number} of them.",
  sync_broken: "Something in this account could not be copied. The reason is in our log.",
  sync_stopped: "Stopped manually.",
  sync_other_account: "Another account was connected.",
};

export const appWords = { ...apps, ...calls, ...titles, ...unread, ...disconnect, ...sync };
