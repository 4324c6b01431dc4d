import { clientAddress } from "./client-address.ts";

/** Who stands before the door: nobody that we know yet. */
export type Visitor = {
  /** As clientAddress has it. */
  address: string;
  userAgent: string | null;
  /** The value of the cookie that knownBrowserCookie describes. */
  browserMark: string | null;
};

/** The visitor of a request, by its headers and cookies. */
export function readVisitor(
  headers: { get(name: string): string | null },
  browserMark: string | undefined,
): Visitor {
  return {
    address: clientAddress(headers.get("x-forwarded-for")),
    userAgent: headers.get("user-agent"),
    browserMark: browserMark ?? null,
  };
}
