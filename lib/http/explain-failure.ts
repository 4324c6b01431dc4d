import { lookUp } from "#lib/look-up.ts";
import { OutboundFailure, UrlProblem } from "./outbound-error.ts";
import type { Target } from "./target.ts";

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** Why no TCP connection came about. */
export function explainConnectError(cause: unknown, { hostname, port }: Target): OutboundFailure {
  switch (codeOf(cause)) {
    case "ECONNREFUSED":
      return new OutboundFailure("connection_refused", `Nothing answers at ${hostname}, port ${port}.`, {
        cause,
      });
    case "EHOSTUNREACH":
    case "ENETUNREACH":
    case "EHOSTDOWN":
    case "ENETDOWN":
      return new OutboundFailure("connection_refused", `${hostname} cannot be reached over the network.`, {
        cause,
      });
    case "ECONNRESET":
      return new OutboundFailure("connection_reset", `${hostname} closed the connection at once.`, { cause });
    case "ETIMEDOUT":
      return new OutboundFailure("timeout", `${hostname} could not be reached in time.`, { cause });
    default:
      return internalFailure(cause);
  }
}

/** Why the connection could not be made secure. */
export function explainTlsError(cause: unknown, { hostname, port }: Target): OutboundFailure {
  const code = codeOf(cause);
  if (code === "ECONNRESET" || code === "EPIPE") {
    const message = `${hostname} closed the connection while it was being secured.`;
    return new OutboundFailure("connection_reset", message, { cause });
  }
  const certificate = lookUp(certificateProblems, code);
  if (certificate) {
    return new OutboundFailure("tls", `The certificate of ${hostname} ${certificate}.`, { cause });
  }
  const message = `No secure connection to ${hostname} could be made. Does it speak https on port ${port}?`;
  return new OutboundFailure("tls", message, { cause });
}

const unknownIssuer = "is not from an authority that is trusted, or its chain is incomplete";

const certificateProblems: Record<string, string> = {
  CERT_HAS_EXPIRED: "has expired",
  CERT_NOT_YET_VALID: "is not valid yet",
  CERT_REVOKED: "has been revoked",
  CERT_UNTRUSTED: unknownIssuer,
  DEPTH_ZERO_SELF_SIGNED_CERT: "is self-signed, so nobody vouches for it",
  SELF_SIGNED_CERT_IN_CHAIN: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT: unknownIssuer,
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: unknownIssuer,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: unknownIssuer,
  ERR_TLS_CERT_ALTNAME_INVALID: "is for another name",
};

/** Why an exchange broke off without a status, from whatever error the connection gave. */
export function explainExchangeError(cause: unknown, hasBytes: boolean): OutboundFailure | UrlProblem {
  if (cause instanceof OutboundFailure || cause instanceof UrlProblem) return cause;
  const code = codeOf(cause);
  if (code === "ECONNRESET" || code === "ECONNABORTED" || code === "EPIPE") {
    const message = hasBytes
      ? "The endpoint broke off in the middle of its answer, before its status was there."
      : "The endpoint closed the connection without an answer.";
    return new OutboundFailure("connection_reset", message, { cause });
  }
  if (code === "ETIMEDOUT") return new OutboundFailure("timeout", "The connection was lost.", { cause });
  if (code === "EPROTO" || code.startsWith("ERR_SSL_")) {
    return new OutboundFailure("tls", "The secure connection broke.", { cause });
  }
  return internalFailure(cause);
}

export function internalFailure(cause: unknown): OutboundFailure {
  return new OutboundFailure("internal", "Patchbay could not send the request; the fault is on our side.", {
    cause,
  });
}
