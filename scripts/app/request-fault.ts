export type RequestFault = {
  status: 400 | 405 | 501;
  code: string;
  title: string;
  detail: string;
  /** For the header of that name, which 405 needs (RFC 9110, 15.5.6). */
  allow?: string;
};

const served = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
/** Methods of HTTP itself (RFC 9110, 9.3), which no address here has. */
const neverServed = ["TRACE", "CONNECT"];

/**
 * What no address of ours takes, and Next answers with 500, or not at all: a method that the Fetch standard forbids or
 * that is none of HTTP's, and a path whose percent-encoding is not UTF-8.
 */
export function requestFault(request: {
  method?: string | undefined;
  url?: string | undefined;
}): RequestFault | undefined {
  const { method = "", url = "/" } = request;
  if (neverServed.includes(method)) {
    const detail = `This server takes no ${method}.`;
    const code = "method_not_allowed";
    return { status: 405, code, title: "Method Not Allowed", detail, allow: served.join(", ") };
  }
  if (!served.includes(method)) {
    const detail = "This server does not know the method of the request.";
    return { status: 501, code: "method_not_implemented", title: "Not Implemented", detail };
  }
  if (!isDecodable(url.split(/[?#]/)[0] ?? "")) {
    const detail = "The path of the request is not percent-encoded UTF-8.";
    return { status: 400, code: "malformed_path", title: "Bad Request", detail };
  }
  return undefined;
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
