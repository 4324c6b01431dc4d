import type { FailureCode } from "#lib/deliveries/schema.ts";
import { consequences } from "#lib/failures/consequences.ts";

/** On whose side a failure lies. `settings` are the merchant's own, in Patchbay. */
export type Side = "endpoint" | "network" | "settings" | "patchbay";

/**
 * `retry` = sending again may help as things are; `settings` = something in the webhook must change first; `none` = it
 * cannot be sent any more.
 */
export type Remedy = "retry" | "settings" | "none";

export interface FailureCause {
  /** What happened, as the end of a headline: "… rejected our credentials". Its subject is the destination. */
  what: string;
  meaning: string;
  side: Side;
  /** What to do about the cause. Each page adds what follows from it there: retry, send a test, resume. */
  advice: string;
  remedy: Remedy;
}

const endpointAdvice = "Ask the app's support team to look at what it answered.";

/** Why an attempt failed, in words for a shop owner, from its failure code and, for HTTP answers, its status. */
export function failureCause(failureCode: FailureCode, statusCode: number | null): FailureCause {
  if (failureCode === "http_status") return statusCause(statusCode ?? 0);
  return { ...causes[failureCode], side: sides[consequences[failureCode].side] };
}

/** As the screen calls the sides of the one vocabulary. */
const sides = { endpoint: "endpoint", network: "network", settings: "settings", us: "patchbay" } as const;

const causes = {
  redirect: {
    what: "has moved to another address",
    meaning: "It answered that its address is now a different one. Patchbay does not follow redirects.",
    advice: "Put the new address into the webhook. The answer names it under location.",
    remedy: "settings",
  },
  gone: {
    what: "says it is gone for good",
    meaning: "The app told us to stop sending (410), so this webhook was switched off.",
    advice:
      "If you still use the app, ask for its new address and put it into the webhook. A Zap is switched on again in Zapier.",
    remedy: "settings",
  },
  rate_limited: {
    what: "asked us to slow down",
    meaning: "More arrived at once than the app takes (429).",
    advice: "Set a limit of requests per second in the webhook. Patchbay then spreads them out.",
    remedy: "settings",
  },
  timeout: {
    what: "took too long to answer",
    meaning:
      "We waited as long as the webhook allows and then stopped waiting. The app may or may not have acted on it.",
    advice:
      "Ask the app's support team to answer first and work afterwards, or allow more time in the webhook.",
    remedy: "retry",
  },
  dns: {
    what: "cannot be found",
    meaning: "No server is known under this name: a typing error, or a domain that has expired.",
    advice: "Check the address in the webhook letter by letter.",
    remedy: "settings",
  },
  connection_refused: {
    what: "is not accepting connections",
    meaning: "The server was found, but nothing takes the connection: the app is switched off or restarting.",
    advice: "Ask the app's support team to start it.",
    remedy: "retry",
  },
  connection_reset: {
    what: "broke off the connection",
    meaning:
      "The connection dropped before an answer came. The app may have acted on the event all the same.",
    advice:
      "This often passes by itself. If it goes on, a firewall or proxy in front of the app may be the reason.",
    remedy: "retry",
  },
  tls: {
    what: "has no valid security certificate",
    meaning: "We could not be sure who we were talking to, so nothing was sent.",
    advice: "Ask the app's support team to renew or complete its certificate.",
    remedy: "retry",
  },
  blocked_address: {
    what: "is not an address we may send to",
    meaning: "It belongs to a private network, which cannot be reached from outside.",
    advice: "Use an address of the app that can be reached from the internet.",
    remedy: "settings",
  },
  invalid_url: {
    what: "is not an address we can send to",
    meaning: "Something about the address is wrong, so nothing was sent.",
    advice: "Correct the address in the webhook.",
    remedy: "settings",
  },
  protocol: {
    what: "answered with something we cannot read",
    meaning: "What came back is not HTTP. Another kind of service may be at this address.",
    advice: "Check the address and the port in the webhook.",
    remedy: "settings",
  },
  payload_dropped: {
    what: "was not sent an event that old",
    meaning: "Patchbay does not keep what an event holds for ever, and this one's has been cleared away.",
    advice: "It cannot be sent any more. The list still says what the event was.",
    remedy: "none",
  },
  held_too_long: {
    what: "was paused for too long",
    meaning:
      "Nothing was sent while the webhook was paused or switched off. This was held for as long as Patchbay holds deliveries.",
    advice: "Make sure that the app is ready for events.",
    remedy: "retry",
  },
  internal: {
    what: "was not reached because of us",
    meaning: "Patchbay had a problem of its own. It is nothing that you or the app did.",
    advice: "You need not change anything. If it happens once more, tell us the delivery's id.",
    remedy: "retry",
  },
} as const satisfies Record<Exclude<FailureCode, "http_status">, Omit<FailureCause, "side">>;

function statusCause(statusCode: number): FailureCause {
  if (statusCode === 401 || statusCode === 403) {
    return {
      what: "rejected our sign-in details",
      meaning: `The app did not let us in (${statusCode}): the key or password is missing, wrong or expired.`,
      side: "settings",
      advice: "Enter the right credentials in the webhook.",
      remedy: "settings",
    };
  }
  if (statusCode === 404 || statusCode === 405) {
    return {
      what: statusCode === 404 ? "has no page at this address" : "does not take webhooks at this address",
      meaning: `The server answers, but this path does not take webhooks (${statusCode}).`,
      side: "settings",
      advice: "Compare the address in the webhook with the one that the app gives you.",
      remedy: "settings",
    };
  }
  if (statusCode === 503) {
    return {
      what: "is not available at the moment",
      meaning: "The app is overloaded or under maintenance (503).",
      side: "endpoint",
      advice: "There is nothing to change here. If it lasts, ask the app's support team.",
      remedy: "retry",
    };
  }
  if (statusCode >= 500) {
    return {
      what: "returned an error",
      meaning: `The event arrived, but the app crashed on it (${statusCode}).`,
      side: "endpoint",
      advice: endpointAdvice,
      remedy: "retry",
    };
  }
  return {
    what: "did not accept the event",
    meaning: `The event arrived, and the app refused it (${statusCode}).`,
    side: "endpoint",
    advice: endpointAdvice,
    remedy: "retry",
  };
}
