export type RequestFault = {
  status: 400 | 405 | 501;
  code: string;
  title: string;
  detail: string;
  /** For the header of that name, which 405 needs (RFC 9110, 15.5.6). */
  allow?: string;
};

const served = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Files that Next hands out itself, and only to whoever reads them. */
const files = /^\/(?:_next\/static\/|robots\.txt$)/;
/** Addresses of programs, which say themselves what type of body they take. */
const forPrograms = /^\/(?:api|sandbox)\//;

/** Methods of HTTP itself (RFC 9110, 9.3), which no address here has. */
const neverServed = ["TRACE", "CONNECT"];

/**
 * What no address of ours takes, and Next answers with 500, or not at all: a method that the Fetch standard forbids or
 * that is none of HTTP's, or that changes a file; a path whose percent-encoding is not UTF-8, or none at all; a form
 * that does not say how its parts are told apart.
 */
export function requestFault(request: {
  method?: string | undefined;
  url?: string | undefined;
  headers?: { "content-type"?: string | undefined };
}): RequestFault | undefined {
  const { method = "", url = "/", headers } = request;
  const [path = ""] = url.split(/[?#]/);
  if (neverServed.includes(method)) return methodRefused(method, served);
  if (!served.includes(method)) {
    const detail = "This server does not know the method of the request.";
    return { status: 501, code: "method_not_implemented", title: "Not Implemented", detail };
  }
  if (!isDecodable(path)) return malformed("path", "The path of the request is not percent-encoded UTF-8.");
  if (path === "*") return malformed("path", "The request names no path.");
  if (files.test(path) && method !== "GET" && method !== "HEAD")
    return methodRefused(method, ["GET", "HEAD"]);
  if (!forPrograms.test(path) && isFormWithoutBoundary(headers?.["content-type"] ?? ""))
    return malformed("form", "The form in the body does not say what stands between its parts.");
  return undefined;
}

function methodRefused(method: string, allowed: readonly string[]): RequestFault {
  const detail = `This address takes no ${method}.`;
  const code = "method_not_allowed";
  return { status: 405, code, title: "Method Not Allowed", detail, allow: allowed.join(", ") };
}

function malformed(what: "path" | "form", detail: string): RequestFault {
  return { status: 400, code: `malformed_${what}`, title: "Bad Request", detail };
}

/** RFC 7578 §4.1. */
function isFormWithoutBoundary(contentType: string): boolean {
  return (
    /^\s*multipart\/form-data\s*(?:;|$)/i.test(contentType) &&
    !/;\s*boundary=(?:"[^"]+"|[^\s;"])/i.test(contentType)
  );
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch (error) {
    if (error instanceof URIError) return false;
    throw error;
  }
}
