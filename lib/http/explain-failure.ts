import type { TlsProblem } from "#lib/failures/attempt-failures.ts";
import { lookUp } from "#lib/look-up.ts";
import { OutboundError } from "./outbound-error.ts";
import type { Target } from "./target.ts";

function readErrorCode(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Why no TCP connection came about. */
export function explainConnectError(cause: unknown, { hostname: host, port }: Target): OutboundError {
  switch (readErrorCode(cause)) {
    case "ECONNREFUSED":
      return new OutboundError(
        { code: "connection_refused", params: { reason: "closed", host, port } },
        { cause },
      );
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EHOSTDOWN":
    case "ENETDOWN":
      return new OutboundError(
        { code: "connection_refused", params: { reason: "unreachable", host, port } },
        { cause },
      );
    case "ECONNRESET":
      return new OutboundError({ code: "connection_reset", params: { reason: "at_once", host } }, { cause });
    case "ETIMEDOUT":
      return new OutboundError({ code: "timeout", params: { reason: "host_unreachable", host } }, { cause });
    default:
      return internalFailure(cause);
  }
}

/** Why the connection could not be made secure. */
export function explainTlsError(cause: unknown, { hostname: host, port }: Target): OutboundError {
  const code = readErrorCode(cause);
  if (code === "ECONNRESET" || code === "EPIPE") {
    return new OutboundError(
      { code: "connection_reset", params: { reason: "while_securing", host } },
      { cause },
    );
  }
  if (asksForCertificate(code)) return clientCertificateMissing(cause);
  const reason = lookUp(certificateProblems, code) ?? explainHandshake(code);
  return new OutboundError({ code: "tls", params: { reason, host, port } }, { cause });
}

/** What OpenSSL says of a handshake that failed for another reason than the certificate. */
function explainHandshake(code: string): TlsProblem {
  if (/PROTOCOL_VERSION|UNSUPPORTED_PROTOCOL|TOO_SMALL|TOO_WEAK|LEGACY/.test(code)) return "outdated";
  return code.includes("_ALERT_") ? "refused" : "no_tls";
}

function asksForCertificate(code: string): boolean {
  return code.endsWith("_ALERT_CERTIFICATE_REQUIRED");
}

function clientCertificateMissing(cause: unknown): OutboundError {
  return new OutboundError({ code: "tls", params: { reason: "client_certificate" } }, { cause });
}

const certificateProblems: Record<string, TlsProblem> = {
  CERT_HAS_EXPIRED: "expired",
  CERT_NOT_YET_VALID: "not_yet_valid",
  CERT_REVOKED: "revoked",
  CERT_UNTRUSTED: "unknown_issuer",
  DEPTH_ZERO_SELF_SIGNED_CERT: "self_signed",
  SELF_SIGNED_CERT_IN_CHAIN: "unknown_issuer",
  UNABLE_TO_GET_ISSUER_CERT: "unknown_issuer",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "unknown_issuer",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "unknown_issuer",
  ERR_TLS_CERT_ALTNAME_INVALID: "other_name",
};

/** Why an exchange broke off without a status, from whatever error the connection gave. */
export function explainExchangeError(cause: unknown, hasBytes: boolean): OutboundError {
  if (cause instanceof OutboundError) return cause;
  const code = readErrorCode(cause);
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") {
    const params = hasBytes
      ? ({ reason: "mid_answer" } as const)
      : ({ reason: "no_answer", announced: null } as const);
    return new OutboundError({ code: "connection_reset", params }, { cause });
  }
  if (code === "ETIMEDOUT") {
    return new OutboundError({ code: "timeout", params: { reason: "lost" } }, { cause });
  }
  if (asksForCertificate(code)) return clientCertificateMissing(cause);
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
    return new OutboundError({ code: "tls", params: { reason: "broken" } }, { cause });
  }
  return internalFailure(cause);
}

export function internalFailure(cause: unknown): OutboundError {
  return new OutboundError({ code: "internal", params: { reason: "send" } }, { cause });
}
