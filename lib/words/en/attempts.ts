import type {
  AttemptFailureParams,
  AttemptSuccessParams,
  FlawParams,
} from "#lib/failures/attempt-failures.ts";

type Codes = keyof (AttemptFailureParams & AttemptSuccessParams & FlawParams);

/** What came of an attempt at a webhook. `status` is the group that `statusGroup` puts a status code into. */
export const attempts: Record<Codes, string> = {
  endpoint_accepted: "The endpoint accepted it ({statusCode}).",
  gone: "The endpoint says it is gone for good ({statusCode}), so nothing more is sent to it.",
  rate_limited: "The endpoint asks for fewer requests ({statusCode}).",
  redirect:
    "The endpoint answered with a redirect ({statusCode}). Patchbay does not follow those: use the final address.",
  payload_dropped: "The event is so old that its data was deleted, so it cannot be sent any more.",
  held_too_long: `It was held for {days, plural,
    one {# day}
    other {# days}
  }, and what it waited for did not come. That is as long as Patchbay holds deliveries, so it was not sent.`,
  http_status: `{status, select,
    upgrade {The endpoint changed to another protocol, which Patchbay had not asked for}
    not_http {The endpoint answered with a status that HTTP does not have}
    credentials {The endpoint did not accept the credentials, or asks for some}
    forbidden {The endpoint, or a firewall before it, refused the request}
    not_found {There is nothing at this address}
    method {The endpoint does not take POST requests}
    too_large {The endpoint found the event too large}
    not_modified {The endpoint answered that nothing has changed, which is no answer to an event}
    not_acceptable {The endpoint cannot answer in a form that Patchbay accepts}
    request_timeout {The endpoint did not receive the whole request in time}
    body {The endpoint does not take a body of this kind}
    headers_too_large {The endpoint found the headers too large}
    unavailable {The endpoint is not available at the moment}
    error {The endpoint returned an error}
    other {The endpoint did not accept the event}
  } ({statusCode}).`,
  timeout: `{reason, select,
    host_unreachable {{host} could not be reached in time.}
    lost {The connection was lost.}
    no_connection {No connection to the endpoint could be made within {seconds, number} s.}
    no_answer {The endpoint {announced, select, null {} other {announced an answer ({announced}) and }}did not answer within {seconds, number} s.}
    other {The endpoint did not answer in time.}
  }`,
  dns: `{reason, select,
    not_found {The name {host} does not exist.}
    slow {Looking up the name {host} took too long.}
    other {The name {host} could not be looked up.}
  }`,
  connection_refused: `{reason, select,
    closed {Nothing answers at {host}, port {port}.}
    other {{host} cannot be reached over the network.}
  }`,
  connection_reset: `{reason, select,
    at_once {{host} closed the connection at once.}
    while_securing {{host} closed the connection while it was being secured.}
    no_answer {The endpoint {announced, select, null {} other {announced an answer ({announced}) and }}closed the connection without an answer.}
    mid_answer {The endpoint stopped in the middle of its answer, before it had sent a status.}
    first_line {The endpoint stopped in the first line of its answer.}
    kept {The endpoint closed a kept connection before it was used.}
    other {The endpoint closed the connection.}
  }`,
  tls: `{reason, select,
    expired {The certificate of {host} has expired.}
    not_yet_valid {The certificate of {host} is not valid yet.}
    revoked {The certificate of {host} has been revoked.}
    unknown_issuer {The certificate of {host} is not from an authority that is trusted, or its chain is incomplete.}
    self_signed {The certificate of {host} is self-signed, so no authority confirms it.}
    other_name {The certificate of {host} is for another name.}
    outdated {{host} secures connections only in ways that are no longer safe. Patchbay needs TLS 1.2 or newer.}
    refused {{host} refused the secure connection on port {port}.}
    client_certificate {The endpoint asks for a client certificate, which Patchbay does not have.}
    no_tls {No secure connection to {host} could be made. Does it speak https on port {port}?}
    other {The secure connection broke.}
  }`,
  blocked_address: `{reason, select,
    no_machine {{host} stands for no particular machine. Use a public address.}
    private {{host} is in a private network. Use a public address.}
    operator {{host} is in a network operator's private range. Use a public address.}
    this_machine {{host} is this machine itself. Use a public address.}
    cloud_service {{host} belongs to a cloud's own control service. Use a public address.}
    link_local {{host} is a link-local address, where clouds keep machine credentials. Use a public address.}
    protocols {{host} is reserved for protocols. Use a public address.}
    documentation {{host} is for documentation only. Use a public address.}
    name_system {{host} is reserved for the name system. Use a public address.}
    retired_relay {{host} is a retired relay address. Use a public address.}
    benchmarks {{host} is for benchmarks only. Use a public address.}
    multicast {{host} is a multicast address. Use a public address.}
    reserved {{host} is reserved. Use a public address.}
    tunnels {{host} is reserved for protocols and tunnels. Use a public address.}
    six_to_four {{host} is a 6to4 tunnel, which hides another address. Use a public address.}
    retired_test_network {{host} is from a retired test network. Use a public address.}
    tunnel {{host} is a tunnel, which hides another address. Use a public address.}
    not_public {{host} is not a public address. Use a public address.}
    not_an_address {{host} is not an address. Use a public address.}
    internal_name {{host} is a name inside a private network. Use a public one.}
    leads_inside {{host} leads to a private network. Patchbay calls public addresses only.}
    other {{host} may not be called. Use a public address.}
  }`,
  invalid_url: `{reason, select,
    malformed {This is not a valid web address.}
    odd_characters {The address holds a space, a backslash or an invisible character.}
    no_scheme {The address must start with https://.}
    no_host {The address names no host after https://.}
    credentials {The address must not hold a user name or password. Set them under “Credentials” instead.}
    https {The address must start with https://, so that nobody else can read what is sent.}
    too_long {The address is longer than {max} characters.}
    scheme {The address must start with https://, not {scheme}:.}
    host {{host} is not a valid host name.}
    port {Port {port} is not one for webhooks. Use 443, or one such as 8443.}
    other {The address cannot be used.}
  }`,
  protocol: `{reason, select,
    status_line {The endpoint did not answer in proper HTTP: “{line}” is not a status line.}
    first_line {The endpoint did not answer in proper HTTP: its answer begins with “{line}” and not with a status line.}
    page {The endpoint did not answer in proper HTTP: it sent a page without a status line before it.}
    bytes {The endpoint did not answer in proper HTTP: its answer begins with bytes that are no status line.}
    tls {The endpoint speaks TLS on this port: its address must start with https://.}
    http2 {The endpoint speaks HTTP/2 without having been asked. Patchbay sends HTTP/1.1.}
    too_long {The endpoint sent more than 64 KiB without a final answer among them.}
    other {The endpoint did not answer in proper HTTP.}
  }`,
  internal: `{reason, select,
    before_sending {Patchbay had a problem on its side before it could send this. Your endpoint is not the cause.}
    shutting_down {Patchbay is shutting down.}
    other {Patchbay could not send the request because of a problem on our side.}
  }`,
  flaw_length_unreadable: "Its answer states a length that is not a number.",
  flaw_lengths_differ: "Its answer states several lengths that contradict each other.",
  flaw_cut_in_first_line: "Its answer ended in its first line.",
  flaw_cut_in_headers: "Its answer ended in its headers.",
  flaw_cut_in_body: "Its answer ended too early.",
  flaw_headers_too_long: "Its answer has more than {maxKib} KiB of headers.",
  flaw_chunks_unreadable: "Its answer has chunks that cannot be read.",
  flaw_late: "Its answer did not end within {span}.",
  flaw_packed: "Its answer is packed in a way that cannot be read.",
};
