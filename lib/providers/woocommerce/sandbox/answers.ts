import type { SandboxRefusal, SandboxReply, SandboxRequest } from "../../sandbox-kit/contract.ts";

/** https://woocommerce.github.io/woocommerce-rest-api-docs/#errors */
export function restError(
  status: number,
  code: string,
  message: string,
  data: Record<string, unknown> = {},
): SandboxReply {
  return { status, json: { code, message, data: { status, ...data } } };
}

/** A parameter that is not of its type: `rest_validate_request_arg` of WordPress. */
export function invalidParameter(name: string, code: string, message: string): SandboxReply {
  return restError(400, "rest_invalid_param", `Invalid parameter(s): ${name}`, {
    params: { [name]: message },
    details: { [name]: { code, message, data: null } },
  });
}

export function missingParameter(name: string): SandboxReply {
  return restError(400, "rest_missing_callback_param", `Missing parameter(s): ${name}`, { params: [name] });
}

const html = { "content-type": "text/html; charset=UTF-8" };

/** A page of WordPress, such as `wp_die` makes. */
export function page(status: number, text: string): SandboxReply {
  const safe = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  return {
    status,
    headers: html,
    text: `<!DOCTYPE html><html lang="en"><title>WordPress</title><p>${safe}</p></html>`,
  };
}

/** A key that does not open this shop is no key: WooCommerce then sees nobody signed in. */
export function nobodySignedIn({ method }: Pick<SandboxRequest, "method">): SandboxReply {
  return method === "GET"
    ? restError(401, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.")
    : restError(401, "woocommerce_rest_cannot_create", "Sorry, you are not allowed to create resources.");
}

export function refuse(refusal: SandboxRefusal, request: SandboxRequest): SandboxReply {
  switch (refusal.kind) {
    case "no_credential":
    case "unknown_credential":
    case "expired_credential":
    case "revoked_credential":
      return nobodySignedIn(request);
    case "missing_scope":
      return restError(
        401,
        "woocommerce_rest_authentication_error",
        `The API key provided does not have ${refusal.scope} permissions.`,
      );
    case "forbidden":
      return restError(403, "woocommerce_rest_cannot_view", "Sorry, you cannot list resources.");
    case "not_understood":
      return restError(400, "rest_invalid_param", "Invalid parameter(s)", { params: {}, details: {} });
    case "server_error":
      return restError(
        500,
        "internal_server_error",
        "<p>There has been a critical error on this website.</p>",
      );
    case "unknown_route":
      return request.url.pathname.includes("/wp-json/")
        ? restError(404, "rest_no_route", "No route was found matching the URL and request method.")
        : page(404, "Page not found");
    case "rate_limited":
      // WooCommerce has no limit of its own: it is the host's web server that answers.
      return {
        ...page(429, "Too Many Requests"),
        headers: { ...html, "retry-after": String(refusal.retryAfterSeconds) },
      };
  }
}
