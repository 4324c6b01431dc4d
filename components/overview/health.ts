import { destinationText } from "#components/deliveries/destination-text.ts";
import type { Tone } from "#components/ui/tone.ts";
import { counted } from "#components/webhooks/figures.ts";
import { whatIsHeld } from "#components/webhooks/webhook-state.ts";
import {
  maxUnwellDestinations,
  type Overview,
  type RetryingDestination,
} from "#lib/overview/overview-schema.ts";

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
export function healthOf(
  overview: Overview,
  { apps: { inNeed: appsInNeed, waiting }, attention }: Needs = {
    apps: { inNeed: 0, waiting: 0 },
    attention: 0,
  },
): Health {
  const { last24h, webhooks, unwell, automations } = overview;
  if (attention > 0) {
    const title = `${counted(attention, "order needs", "orders need")} attention`;
    const meaning =
      "A step that must reach someone was not done in time. Take care of it, then confirm it below.";
    return { tone: "danger", title, meaning };
  }
  if (appsInNeed > 0 && unwell.length === 0) return appsHealth(overview, appsInNeed);
  if (webhooks === 0 && automations.active === 0) {
    const meaning =
      "Nothing receives your orders yet. Events are listed here; what happens before something is set up is not sent to it later.";
    return { tone: "neutral", title: "Nothing is set up yet", meaning };
  }
  if (unwell.length > 0) return unwellHealth(overview, appsInNeed);
  if (automations.inNeed.length > 0) return automationsHealth(overview);
  if (overview.heldSoonOver.length > 0) return soonOverHealth(overview);
  if (isAllPaused(overview) && automations.active === 0) {
    const title = webhooks === 1 ? "Your webhook is paused" : "Every webhook is paused";
    const action = { href: pausedHref, label: webhooks === 1 ? "See it" : "See them" };
    return { tone: "neutral", title, meaning: whatIsHeld(last24h.held, webhooks), action };
  }
  if (overview.retrying.length > 0) return retryingHealth(overview);
  if (last24h.failed > 0) {
    const title = `${counted(last24h.failed, "delivery", "deliveries")} did not arrive`;
    const action = { href: failedHref, label: "See what failed" };
    return { tone: "warning", title, meaning: "Nothing fails at the moment.", action };
  }
  if (waiting > 0) {
    const title = `${counted(waiting, "app")} ${waiting === 1 ? "is" : "are"} not responding`;
    const meaning = `You need not do anything: Patchbay keeps trying. ${quietMeaning(overview)}`;
    return { tone: "warning", title, meaning };
  }
  return { tone: "success", title: "All is well", meaning: quietMeaning(overview) };
}

/** Automations fail, or wait for a person; no webhook is in need. */
function automationsHealth({ automations, retrying }: Overview): Health {
  const failing = automations.inNeed.filter(
    ({ failingSince, issues }) => failingSince !== null || issues > 0,
  );
  const late = retrying.length === 0 ? "" : ` ${notArrived(retrying)}.`;
  if (failing.length > 0) {
    const title = `${counted(failing.length, "automation needs", "automations need")} attention`;
    return { tone: "warning", title, meaning: `What your other automations do is not touched by it.${late}` };
  }
  const waiting = automations.inNeed.reduce((sum, { reviews, decisions }) => sum + reviews + decisions, 0);
  const title = `${counted(waiting, "run waits", "runs wait")} for you`;
  return {
    tone: late === "" ? "info" : "warning",
    title,
    meaning: `${waiting === 1 ? "Open it to decide; then it goes on." : "Open them to decide; then they go on."}${late}`,
  };
}

/** Nothing but apps is in need. */
function appsHealth({ webhooks, last24h, retrying }: Overview, appsInNeed: number): Health {
  const untouched = webhooks === 0 ? "" : " Your webhooks are not touched by it.";
  const late = retrying.length === 0 ? "" : ` ${notArrived(retrying)}.`;
  const failed =
    last24h.failed === 0
      ? ""
      : ` ${counted(last24h.failed, "delivery", "deliveries")} did not arrive in the last 24 hours.`;
  const meaning = `Until that is fixed, some of what you use ${appsInNeed === 1 ? "it" : "them"} for does not work.${untouched}${late}${failed}`;
  return { tone: "warning", title: needYou([], appsInNeed), meaning };
}

/** What is held for paused webhooks and automations fails soon. */
function soonOverHealth({ heldSoonOver, retrying }: Overview): Health {
  const [only, ...others] = heldSoonOver;
  const kinds = new Set(heldSoonOver.map(({ kind }) => `${kind}s`));
  const where =
    !only || others.length > 0
      ? `${heldSoonOver.length} ${[...kinds].toSorted().toReversed().join(" and ")}`
      : destinationName(only);
  const late = retrying.length === 0 ? "" : `${notArrived(retrying)}. `;
  return {
    tone: "warning",
    title: `What is held for ${where} fails soon`,
    meaning: `${late}Deliveries are held for some days only. ${kinds.has("automations") ? "They are done if you resume what is paused before." : "They are sent if you resume the webhook before."}`,
  };
}

/** What receives events works, and some have not arrived all the same. */
function retryingHealth({ retrying, last24h }: Overview): Health {
  const failed =
    last24h.failed === 0 ? "" : ` ${counted(last24h.failed, "delivery", "deliveries")} failed for good.`;
  return {
    tone: "warning",
    title: notArrived(retrying),
    meaning: `They failed at least once and are tried again automatically.${failed}`,
  };
}

/** "3 orders have not reached Till yet". */
function notArrived(retrying: Overview["retrying"]): string {
  const deliveries = retrying.reduce((sum, destination) => sum + destination.deliveries, 0);
  const [only, ...others] = retrying;
  if (!only || others.length > 0)
    return `${counted(deliveries, "delivery has", "deliveries have")} not arrived yet`;
  const verb = only.kind === "automation" ? "gone through" : "reached";
  return `${lateText(only)} not ${verb} ${destinationName(only)} yet`;
}

/** "3 orders have". */
function lateText({ kind, orders, deliveries }: RetryingDestination): string {
  if (orders !== null && orders > 0) return counted(orders, "order has", "orders have");
  return kind === "automation"
    ? counted(deliveries, "run has", "runs have")
    : counted(deliveries, "delivery has", "deliveries have");
}

/** "3 orders have not arrived yet." */
export function lateSentence(destination: RetryingDestination): string {
  return `${lateText(destination)} not ${destination.kind === "automation" ? "gone through" : "arrived"} yet.`;
}

/** What people call a destination: an endpoint without a name by its host. */
export function destinationName({
  description,
  url,
}: Pick<RetryingDestination, "description" | "url">): string {
  return description || destinationText(url).host;
}

function unwellHealth({ unwell, retrying }: Overview, appsInNeed: number): Health {
  const late = retrying.length === 0 ? "" : `${notArrived(retrying)}. `;
  const isAnyOff = unwell.some((destination) => destination.status === "disabled");
  const meaning = isAnyOff
    ? whileOff(unwell)
    : "Patchbay goes on sending. What does not arrive stays listed and can be sent again.";
  const title = needYou(unwell, appsInNeed);
  return { tone: isAnyOff ? "danger" : "warning", title, meaning: `${late}${meaning}` };
}

/** What becomes of deliveries to webhooks that Patchbay switched off. */
function whileOff(unwell: Overview["unwell"]): string {
  const off = unwell.filter(({ status }) => status === "disabled");
  if (heldForOff(unwell) === 0) {
    return "What happens while a webhook is switched off is held, and sent when you resume it.";
  }
  const what = counted(heldForOff(unwell), "delivery is", "deliveries are");
  return `${what} held, and sent when you resume the webhook${off.length === 1 ? "" : "s"}.`;
}

function heldForOff(unwell: Overview["unwell"]): number {
  return unwell.reduce((sum, { status, waiting }) => sum + (status === "disabled" ? waiting : 0), 0);
}

function quietMeaning({ last24h, switchedOff }: Overview): string {
  if (last24h.delivered === 0) {
    const ready = switchedOff === 0 ? " Every destination is ready." : "";
    const butHeld = last24h.held === 0 ? "Nothing" : "Apart from what is held, nothing";
    return `${butHeld} had to be delivered in the last 24 hours.${ready}`;
  }
  const where = switchedOff === 0 ? "" : " at the webhooks that are not paused";
  return `Everything that was due in the last 24 hours has arrived${where}.`;
}

/** That someone paused webhooks; null where none is, or where the health line already says that all are. */
export function pausedText(overview: Overview): string | null {
  const { switchedOff, unwell, heldSoonOver, last24h } = overview;
  const isToldAbove = unwell.length === 0 && heldSoonOver.length === 0 && isAllPaused(overview);
  if (switchedOff === 0 || isToldAbove) return null;
  const paused = switchedOff === 1 ? "1 webhook is paused" : `${grouped(switchedOff)} webhooks are paused`;
  const held = last24h.held - heldForOff(unwell);
  // Of more that Patchbay switched off than are listed, nobody says how much of it is theirs.
  if (held <= 0 || unwell.length === maxUnwellDestinations) {
    return `${paused}: new events are held for ${switchedOff === 1 ? "it" : "them"}.`;
  }
  return `${paused}: ${counted(held, "delivery is", "deliveries are")} held.`;
}

function isAllPaused({ webhooks, switchedOff }: Overview): boolean {
  return webhooks > 0 && switchedOff === webhooks;
}

function needYou({ length }: Overview["unwell"], appsInNeed: number): string {
  const orMore = length === maxUnwellDestinations ? " or more" : "";
  const parts = [
    ...(length === 0 ? [] : [`${length}${orMore} webhook${length === 1 ? "" : "s"}`]),
    ...(appsInNeed === 0 ? [] : [counted(appsInNeed, "app")]),
  ];
  return `${parts.join(" and ")} ${length + appsInNeed === 1 ? "needs" : "need"} attention`;
}

/** A count with its thousands apart. */
export function grouped(count: number): string {
  return count.toLocaleString("en-GB");
}

/** The share of finished deliveries that arrived, rounded down so that 100 % means each of them; null for none. */
export function arrivedShare({ delivered, failed }: Pick<Overview["last24h"], "delivered" | "failed">) {
  const finished = delivered + failed;
  return finished === 0 ? null : Math.floor((delivered / finished) * 1_000) / 10;
}
