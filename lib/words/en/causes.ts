/**
 * Why an attempt failed, for a shop owner. `what` is the end of a headline whose subject is the destination ("… cannot be
 * found"), `advice` what to do about the cause.
 */
export const causeWords = {
  cause_redirect_what: "has moved to another address",
  cause_redirect_meaning:
    "It answered that its address is now a different one. Patchbay does not follow redirects.",
  cause_redirect_advice: "Put the new address into the webhook. The answer names it under location.",
  cause_gone_what: "says it is gone for good",
  cause_gone_meaning: "The app told us to stop sending (410), so this webhook was switched off.",
  cause_gone_advice:
    "If you still use the app, ask for its new address and put it into the webhook. A Zap is switched on again in Zapier.",
  cause_rate_limited_what: "asked us to slow down",
  cause_rate_limited_meaning: "More arrived at once than the app takes (429).",
  cause_rate_limited_advice:
    "Set a limit of requests per second in the webhook. Patchbay then spreads them out.",
  cause_timeout_what: "took too long to answer",
  cause_timeout_meaning:
    "We waited as long as the webhook allows and then stopped waiting. The app may or may not have acted on it.",
  cause_timeout_advice:
    "Ask the app's support team to answer first and work afterwards, or allow more time in the webhook.",
  cause_dns_what: "cannot be found",
  cause_dns_meaning: "No server is known under this name: a typing error, or a domain that has expired.",
  cause_dns_advice: "Check the address in the webhook letter by letter.",
  cause_connection_refused_what: "is not accepting connections",
  cause_connection_refused_meaning:
    "The server was found, but nothing takes the connection: the app is switched off or restarting.",
  cause_connection_refused_advice: "Ask the app's support team to start it.",
  cause_connection_reset_what: "broke off the connection",
  cause_connection_reset_meaning:
    "The connection dropped before an answer came. The app may have acted on the event all the same.",
  cause_connection_reset_advice:
    "This often passes by itself. If it goes on, a firewall or proxy in front of the app may be the reason.",
  cause_tls_what: "has no valid security certificate",
  cause_tls_meaning: "We could not be sure who we were talking to, so nothing was sent.",
  cause_tls_advice: "Ask the app's support team to renew or complete its certificate.",
  cause_blocked_address_what: "is not an address we may send to",
  cause_blocked_address_meaning: "It belongs to a private network, which cannot be reached from outside.",
  cause_blocked_address_advice: "Use an address of the app that can be reached from the internet.",
  cause_invalid_url_what: "is not an address we can send to",
  cause_invalid_url_meaning: "Something about the address is wrong, so nothing was sent.",
  cause_invalid_url_advice: "Correct the address in the webhook.",
  cause_protocol_what: "answered with something we cannot read",
  cause_protocol_meaning: "What came back is not HTTP. Another kind of service may be at this address.",
  cause_protocol_advice: "Check the address and the port in the webhook.",
  cause_payload_dropped_what: "was not sent an event that old",
  cause_payload_dropped_meaning:
    "Patchbay does not keep what an event holds for ever, and this one's has been cleared away.",
  cause_payload_dropped_advice: "It cannot be sent any more. The list still says what the event was.",
  cause_held_too_long_what: "was paused for too long",
  cause_held_too_long_meaning:
    "Nothing was sent while the webhook was paused or switched off. This was held for as long as Patchbay holds deliveries.",
  cause_held_too_long_advice: "Make sure that the app is ready for events.",
  cause_internal_what: "was not reached because of us",
  cause_internal_meaning: "Patchbay had a problem of its own. It is nothing that you or the app did.",
  cause_internal_advice: "You need not change anything. If it happens once more, tell us the delivery's id.",
  cause_status_credentials_what: "rejected our sign-in details",
  cause_status_credentials_meaning:
    "The app did not let us in ({statusCode}): the key or password is missing, wrong or expired.",
  cause_status_credentials_advice: "Enter the right credentials in the webhook.",
  cause_status_not_found_what: "has no page at this address",
  cause_status_not_found_meaning: "The server answers, but this path does not take webhooks ({statusCode}).",
  cause_status_not_found_advice: "Compare the address in the webhook with the one that the app gives you.",
  cause_status_method_what: "does not take webhooks at this address",
  cause_status_method_meaning: "The server answers, but this path does not take webhooks ({statusCode}).",
  cause_status_method_advice: "Compare the address in the webhook with the one that the app gives you.",
  cause_status_unavailable_what: "is not available at the moment",
  cause_status_unavailable_meaning: "The app is overloaded or under maintenance (503).",
  cause_status_unavailable_advice:
    "There is nothing to change here. If it lasts, ask the app's support team.",
  cause_status_error_what: "returned an error",
  cause_status_error_meaning: "The event arrived, but the app crashed on it ({statusCode}).",
  cause_status_error_advice: "Ask the app's support team to look at what it answered.",
  cause_status_refused_what: "did not accept the event",
  cause_status_refused_meaning: "The event arrived, and the app refused it ({statusCode}).",
  cause_status_refused_advice: "Ask the app's support team to look at what it answered.",
} as const;
