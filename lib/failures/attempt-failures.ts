/** Why an address of the network may not be called. */
export type AddressProblem =
  | "no_machine"
  | "private"
  | "operator"
  | "this_machine"
  | "cloud_service"
  | "link_local"
  | "protocols"
  | "documentation"
  | "name_system"
  | "retired_relay"
  | "benchmarks"
  | "multicast"
  | "reserved"
  | "tunnels"
  | "six_to_four"
  | "retired_test_network"
  | "tunnel"
  | "not_public"
  | "not_an_address";

/** What the certificate of an endpoint, or its TLS, is refused for. */
export type TlsProblem =
  | "expired"
  | "not_yet_valid"
  | "revoked"
  | "unknown_issuer"
  | "self_signed"
  | "other_name"
  | "outdated"
  | "refused"
  | "no_tls";

/**
 * What is known of each failure of an exchange over HTTP. `reason` tells apart what has one consequence and several
 * sentences.
 */
export type OutboundFailureParams = {
  timeout:
    | { reason: "host_unreachable"; host: string }
    | { reason: "lost" }
    | { reason: "no_connection"; seconds: number }
    /** `announced`: the last 1xx status that came before. */
    | { reason: "no_answer"; seconds: number; announced: number | null };
  dns: { reason: "not_found" | "failed" | "slow"; host: string };
  connection_refused: { reason: "closed" | "unreachable"; host: string; port: number };
  connection_reset:
    | { reason: "at_once" | "while_securing"; host: string }
    | { reason: "no_answer"; announced: number | null }
    | { reason: "mid_answer" | "first_line" | "kept" };
  tls: { reason: TlsProblem; host: string; port: number } | { reason: "client_certificate" | "broken" };
  blocked_address:
    | { reason: AddressProblem; host: string }
    /** What a name leads to inside a network is told to the log only. */
    | { reason: "internal_name" | "leads_inside"; host: string };
  invalid_url:
    | { reason: "malformed" | "odd_characters" | "no_scheme" | "no_host" | "credentials" | "https" }
    | { reason: "too_long"; max: number }
    | { reason: "scheme"; scheme: string }
    | { reason: "host"; host: string }
    | { reason: "port"; port: number };
  protocol:
    | { reason: "status_line" | "first_line"; line: string }
    | { reason: "page" | "bytes" | "tls" | "http2" | "too_long" };
  internal: { reason: "send" | "before_sending" | "shutting_down" };
};
export type OutboundFailureCode = keyof OutboundFailureParams;

/** What is known of each failure of an attempt at a webhook. */
export type AttemptFailureParams = OutboundFailureParams & {
  http_status: { statusCode: number };
  redirect: { statusCode: number };
  gone: { statusCode: number };
  rate_limited: { statusCode: number };
  payload_dropped: Record<never, never>;
  held_too_long: { days: number };
};

/** What an attempt that succeeded is told by. */
export type AttemptSuccessParams = { endpoint_accepted: { statusCode: number } };

/** What was wrong with an answer after its status line: it changes nothing, and is told beside the outcome. */
export type FlawParams = {
  flaw_length_unreadable: Record<never, never>;
  flaw_lengths_differ: Record<never, never>;
  flaw_cut_in_first_line: Record<never, never>;
  flaw_cut_in_headers: Record<never, never>;
  flaw_cut_in_body: Record<never, never>;
  flaw_headers_too_long: { maxKib: number };
  flaw_chunks_unreadable: Record<never, never>;
  flaw_late: { seconds: number };
  flaw_packed: Record<never, never>;
};

type MessageOf<Table> = {
  [Code in keyof Table]: { readonly code: Code; readonly params: Readonly<Table[Code]> };
}[keyof Table];

export type OutboundFailure = MessageOf<OutboundFailureParams>;
export type AttemptFailure = MessageOf<AttemptFailureParams>;
export type AttemptSuccess = MessageOf<AttemptSuccessParams>;
export type Flaw = MessageOf<FlawParams>;
