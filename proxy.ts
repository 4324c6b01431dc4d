import { type NextRequest, NextResponse } from "next/server";
import { findPostFault, type PostFault } from "#lib/transport/find-post-fault.ts";

/**
 * Security headers for every page: scripts run only with the nonce of this answer, nothing is framed, nothing is
 * sniffed. Next puts the nonce on its own scripts when it finds it in the request's policy. What was posted
 * and cannot be read is refused before Next tries.
 */
export async function proxy(request: NextRequest): Promise<NextResponse> {
  const fault = await findPostFault(request);
  if (fault) return refuse(fault);
  const nonce = btoa(crypto.randomUUID());
  const isDevelopment = process.env.NODE_ENV === "development";
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  headers.set("x-page-path", request.nextUrl.pathname + request.nextUrl.search);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  response.headers.set("referrer-policy", "same-origin");
  response.headers.set("x-frame-options", "DENY");
  response.headers.set("permissions-policy", "camera=(), microphone=(), geolocation=()");
  return response;
}

function refuse({ status, detail }: PostFault): NextResponse {
  const headers = { "content-type": "text/plain; charset=utf-8", "cache-control": "no-store" };
  return new NextResponse(`${detail}\n`, { status, headers });
}

/** Pages only: the API answers JSON, and files are what they are. */
export const config = { matcher: ["/((?!api/|sandbox/|_next/|icon.svg|favicon.ico).*)"] };
