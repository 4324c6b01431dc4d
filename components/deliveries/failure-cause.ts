import type { FailureCode } from "#lib/deliveries/schema.ts";

/** On whose side a failure lies. `settings` are the merchant's own, in Patchbay. */
export type Side = "endpoint" | "network" | "settings" | "patchbay";

/** `retry` = sending again may help as things are; `settings` = something in the webhook must change first. */
export type Remedy = "retry" | "settings";

export interface FailureCause {
  /** What happened, as the end of a headline: "… refused our credentials". Its subject is the host. */
  what: string;
  meaning: string;
  side: Side;
  advice: string;
  remedy: Remedy;
}

const endpointAdvice =
  "Ask whoever runs that app to look at what it answered, further down on this page. Once it is mended, send it again.";

/** Why an attempt failed, in words for a shop owner, from its failure code and, for HTTP answers, its status. */
export function failureCause(failureCode: FailureCode, statusCode: number | null): FailureCause {
  if (failureCode === "http_status") return statusCause(statusCode ?? 0);
  return causes[failureCode];
}

const causes = {
  redirect: {
    what: "has moved to another address",
    meaning:
      "It answered that the address is now a different one. Patchbay never follows such a hint by itself.",
    side: "settings",
    advice:
      "Put the new address into the webhook, then send it again. The answer below names it under location.",
    remedy: "settings",
  },
  gone: {
    what: "says it is gone for good",
    meaning: "The app told us to stop sending (410), so this webhook has been switched off.",
    side: "endpoint",
    advice:
      "If you still use the app, ask for its new address, put it into the webhook and switch it on again. A Zap is switched on again in Zapier.",
    remedy: "settings",
  },
  rate_limited: {
    what: "asked us to slow down",
    meaning: "More arrived at once than the app takes (429).",
    side: "endpoint",
    advice: "Set a limit of requests per second in the webhook; Patchbay then spreads them out.",
    remedy: "settings",
  },
  timeout: {
    what: "took too long to answer",
    meaning:
      "We waited as long as the webhook allows and then hung up. The app may or may not have acted on it.",
    side: "endpoint",
    advice:
      "Ask whoever runs the app to answer first and work afterwards, or allow more time in the webhook.",
    remedy: "retry",
  },
  dns: {
    what: "cannot be found",
    meaning:
      "No server is known under this name: a typing error, a domain that ran out, or a fault of the name service.",
    side: "network",
    advice: "Check the address in the webhook letter by letter. If it is right, send it again.",
    remedy: "settings",
  },
  connection_refused: {
    what: "does not answer the door",
    meaning:
      "The server is there by name, but nothing takes the connection: the app is switched off or restarting.",
    side: "endpoint",
    advice: "Ask whoever runs the app to start it, then send it again.",
    remedy: "retry",
  },
  connection_reset: {
    what: "broke off the connection",
    meaning: "The line was cut before a whole answer came. It may have acted on the event all the same.",
    side: "network",
    advice:
      "This often passes by itself. If it goes on, a firewall or proxy before the app may be the reason.",
    remedy: "retry",
  },
  tls: {
    what: "has no valid security certificate",
    meaning: "We could not be sure to whom we were talking, so nothing was sent.",
    side: "endpoint",
    advice: "Ask whoever runs the app to renew or complete its certificate, then send it again.",
    remedy: "retry",
  },
  blocked_address: {
    what: "is not an address we may send to",
    meaning: "It lies within a private network, which cannot be reached from outside.",
    side: "settings",
    advice: "Use an address of the app that the internet can reach.",
    remedy: "settings",
  },
  invalid_url: {
    what: "is not an address we can send to",
    meaning: "Something about the address is not right, so nothing was sent.",
    side: "settings",
    advice: "Correct the address in the webhook, then send it again.",
    remedy: "settings",
  },
  protocol: {
    what: "answered with something we cannot read",
    meaning: "What came back is not proper HTTP: perhaps another kind of service listens at this address.",
    side: "endpoint",
    advice: "Check the address and port with whoever runs the app.",
    remedy: "settings",
  },
  internal: {
    what: "was not reached because of us",
    meaning: "Patchbay had a problem of its own. It is nothing that you or the app did.",
    side: "patchbay",
    advice: "Send it again. If it happens once more, tell us the delivery's id.",
    remedy: "retry",
  },
} as const satisfies Record<Exclude<FailureCode, "http_status">, FailureCause>;

function statusCause(statusCode: number): FailureCause {
  if (statusCode === 401 || statusCode === 403) {
    return {
      what: "refused our credentials",
      meaning: `The app answered that we may not come in (${statusCode}): the key or password is missing, wrong or expired.`,
      side: "settings",
      advice: "Enter the right credentials in the webhook, then send it again.",
      remedy: "settings",
    };
  }
  if (statusCode === 404 || statusCode === 405) {
    return {
      what: "has nothing for us at this address",
      meaning: `The server is up, but this path does not take webhooks (${statusCode}).`,
      side: "settings",
      advice: "Compare the address in the webhook with the one the app gives you, then send it again.",
      remedy: "settings",
    };
  }
  if (statusCode === 503) {
    return {
      what: "is not available at the moment",
      meaning: "The app is overloaded or being worked on (503).",
      side: "endpoint",
      advice: "There is nothing to change here. If it lasts, ask whoever runs the app.",
      remedy: "retry",
    };
  }
  if (statusCode >= 500) {
    return {
      what: "had an error of its own",
      meaning: `The event arrived, but the app broke on it (${statusCode}).`,
      side: "endpoint",
      advice: endpointAdvice,
      remedy: "retry",
    };
  }
  return {
    what: "did not accept the event",
    meaning: `The event arrived, and the app turned it down (${statusCode}).`,
    side: "endpoint",
    advice: endpointAdvice,
    remedy: "retry",
  };
}
