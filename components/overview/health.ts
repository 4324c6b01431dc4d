import { destinationName } from "#components/deliveries/destination-text.ts";
import type { Tone } from "#components/ui/tone.ts";
import { whatIsHeld } from "#components/webhooks/webhook-state.ts";
import {
  maxFailingDestinations,
  type Overview,
  type RetryingDestination,
} from "#lib/overview/overview-schema.ts";
import { overview as t } from "#lib/words/en/screens/overview.ts";
import { joinSentences } from "#lib/words/texts/join-sentences.ts";
import { readerIntlLocale } from "#lib/words/texts/reader-locale.ts";

export interface Health {
  tone: Tone;
  title: string;
  meaning: string;
  /** Where to look next, unless the page itself goes on about it. */
  action?: { href: string; label: string };
}

export const failedHref = "/deliveries?status=failed";
export const pausedHref = "/webhooks?status=paused";

/** What else the health line knows of. */
export interface Needs {
  apps: AppCounts;
  /** Orders that did not reach whom they had to reach. */
  attention: number;
}

export interface AppCounts {
  /** Connected apps that need someone. */
  inNeed: number;
  /** Connected apps that only need time. */
  waiting: number;
}

/** Is everything all right today? The answer in words. */
export function describeHealth(
  overview: Overview,
  { apps: { inNeed: appsInNeed, waiting }, attention }: Needs = {
    apps: { inNeed: 0, waiting: 0 },
    attention: 0,
  },
): Health {
  const { last24h, webhooks, unwell: failing, automations } = overview;
  if (attention > 0) {
    const title = t("health_of_attention_attention", { attention });
    const meaning = t("health_of_step_that_must_reach");
    return { tone: "danger", title, meaning };
  }
  if (appsInNeed > 0 && failing.length === 0) return appsHealth(overview, appsInNeed);
  if (webhooks === 0 && automations.active === 0) {
    const meaning = t("health_of_nothing_receives_your_orders");
    return { tone: "neutral", title: t("health_of_title"), meaning };
  }
  if (failing.length > 0) return failingHealth(overview, appsInNeed);
  if (automations.inNeed.length > 0) return automationsHealth(overview);
  if (overview.heldSoonOver.length > 0) return soonOverHealth(overview);
  if (isAllPaused(overview) && automations.active === 0) {
    const title = t("health_of_webhooks", { webhooks });
    const action = { href: pausedHref, label: t("health_of_webhooks_2", { webhooks }) };
    return { tone: "neutral", title, meaning: whatIsHeld(last24h.held, webhooks), action };
  }
  if (overview.retrying.length > 0) return retryingHealth(overview);
  if (last24h.failed > 0) {
    const title = t("health_of_failed_did_not_arrive", { failed: last24h.failed });
    const action = { href: failedHref, label: t("health_of_see_what_failed") };
    return { tone: "warning", title, meaning: t("health_of_meaning"), action };
  }
  if (waiting > 0) {
    const title = t("health_of_waiting_waiting_not_responding", { waiting });
    const meaning = joinSentences(t("health_of_you_need_not_do"), quietMeaning(overview));
    return { tone: "warning", title, meaning };
  }
  return { tone: "success", title: t("health_of_all_well"), meaning: quietMeaning(overview) };
}

/** Automations fail, or wait for a person; no webhook is in need. */
function automationsHealth({ automations, retrying }: Overview): Health {
  const failing = automations.inNeed.filter(
    ({ failingSince, issues }) => failingSince !== null || issues > 0,
  );
  const late = notArrivedSentence(retrying);
  if (failing.length > 0) {
    const title = t("automations_health_count_attention", { count: failing.length });
    return { tone: "warning", title, meaning: joinSentences(t("automations_health_meaning"), late) };
  }
  const waiting = automations.inNeed.reduce((sum, { reviews, decisions }) => sum + reviews + decisions, 0);
  const title = t("automations_health_waiting_you", { waiting });
  return {
    tone: late === null ? "info" : "warning",
    title,
    meaning: joinSentences(t("automations_health_open", { waiting }), late),
  };
}

/** Nothing but apps is in need. */
function appsHealth({ webhooks, last24h, retrying }: Overview, appsInNeed: number): Health {
  const meaning = joinSentences(
    t("apps_health_until_fixed", { appsInNeed }),
    webhooks > 0 && t("apps_health_your_webhooks_not_touched"),
    notArrivedSentence(retrying),
    last24h.failed > 0 && t("apps_health_failed_did_not_arrive", { failed: last24h.failed }),
  );
  return { tone: "warning", title: needYou([], appsInNeed), meaning };
}

/** What is held for paused webhooks and automations fails soon. */
function soonOverHealth({ heldSoonOver, retrying }: Overview): Health {
  const [only, ...others] = heldSoonOver;
  const kinds = new Set(heldSoonOver.map(({ kind }) => kind));
  const many = kinds.size > 1 ? "both" : kinds.has("automation") ? "automations" : "webhooks";
  const isOne = only !== undefined && others.length === 0;
  return {
    tone: "warning",
    title: t("soon_over_health_title", {
      what: isOne ? "one" : many,
      count: heldSoonOver.length,
      name: isOne ? destinationName(only) : "",
    }),
    meaning: joinSentences(
      notArrivedSentence(retrying),
      t("soon_over_health_meaning", { has: kinds.has("automation") ? "yes" : "no" }),
    ),
  };
}

/** What receives events works, and some have not arrived all the same. */
function retryingHealth({ retrying, last24h }: Overview): Health {
  return {
    tone: "warning",
    title: notArrived(retrying),
    meaning: joinSentences(
      t("retrying_health_meaning"),
      last24h.failed > 0 && t("retrying_health_failed_failed_good", { failed: last24h.failed }),
    ),
  };
}

/** "3 orders have not reached Till yet". */
function notArrived(retrying: Overview["retrying"]): string {
  const deliveries = retrying.reduce((sum, destination) => sum + destination.deliveries, 0);
  const [only, ...others] = retrying;
  if (!only || others.length > 0) return t("not_arrived_deliveries_not_arrived_yet", { deliveries });
  return t("not_arrived_at_one", {
    ...lateCount(only),
    name: destinationName(only),
  });
}

/** The same as a sentence among others; null where none is late. */
function notArrivedSentence(retrying: Overview["retrying"]): string | null {
  return retrying.length === 0 ? null : t("not_arrived_sentence", { clause: notArrived(retrying) });
}

/** How many of what are late, for the sentence that says so. */
function lateCount({ kind, orders, deliveries }: RetryingDestination) {
  if (orders !== null && orders > 0) return { kind, unit: "orders", count: orders };
  return { kind, unit: kind === "automation" ? "runs" : "deliveries", count: deliveries };
}

/** "3 orders have not arrived yet." */
export function lateSentence(destination: RetryingDestination): string {
  return t("late_sentence", lateCount(destination));
}

function failingHealth({ unwell: failing, retrying }: Overview, appsInNeed: number): Health {
  const isAnyOff = failing.some((destination) => destination.status === "disabled");
  const meaning = isAnyOff ? whileOff(failing) : t("unwell_health_patchbay_goes_sending_what");
  const title = needYou(failing, appsInNeed);
  return {
    tone: isAnyOff ? "danger" : "warning",
    title,
    meaning: joinSentences(notArrivedSentence(retrying), meaning),
  };
}

/** What becomes of deliveries to webhooks that Patchbay switched off. */
function whileOff(failing: Overview["unwell"]): string {
  const off = failing.filter(({ status }) => status === "disabled");
  if (heldForOff(failing) === 0) {
    return t("while_off_what_happens_while_webhook");
  }
  return t("while_off_held", { held: heldForOff(failing), webhooks: off.length });
}

function heldForOff(failing: Overview["unwell"]): number {
  return failing.reduce((sum, { status, waiting }) => sum + (status === "disabled" ? waiting : 0), 0);
}

function quietMeaning({ last24h, switchedOff }: Overview): string {
  const paused = switchedOff === 0 ? "no" : "yes";
  if (last24h.delivered > 0) return t("quiet_meaning_all_arrived", { paused });
  return t("quiet_meaning_nothing_due", { paused, held: last24h.held === 0 ? "no" : "yes" });
}

/** That someone paused webhooks; null where none is, or where the health line already says that all are. */
export function pausedText(overview: Overview): string | null {
  const { switchedOff, unwell: failing, heldSoonOver, last24h } = overview;
  const isToldAbove = failing.length === 0 && heldSoonOver.length === 0 && isAllPaused(overview);
  if (switchedOff === 0 || isToldAbove) return null;
  const held = last24h.held - heldForOff(failing);
  // Of more that Patchbay switched off than are listed, nobody says how much of it is theirs.
  if (held <= 0 || failing.length === maxFailingDestinations) {
    return t("paused_text_new_events", { paused: switchedOff });
  }
  return t("paused_text_held", { paused: switchedOff, held });
}

function isAllPaused({ webhooks, switchedOff }: Overview): boolean {
  return webhooks > 0 && switchedOff === webhooks;
}

function needYou({ length }: Overview["unwell"], apps: number): string {
  const more = length === maxFailingDestinations ? "yes" : "no";
  if (length === 0) return t("need_you_apps", { apps });
  if (apps === 0) return t("need_you_webhooks", { webhooks: length, more });
  return t("need_you_both", { webhooks: length, more, apps });
}

/** A count with its thousands apart. */
export function grouped(count: number): string {
  return count.toLocaleString(readerIntlLocale());
}

/** The share of finished deliveries that arrived, rounded down so that 100 % means each of them; null for none. */
export function arrivedShare({ delivered, failed }: Pick<Overview["last24h"], "delivered" | "failed">) {
  const finished = delivered + failed;
  return finished === 0 ? null : Math.floor((delivered / finished) * 1_000) / 10;
}
