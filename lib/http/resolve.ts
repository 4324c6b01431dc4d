import { promises as dns, type LookupAddress } from "node:dns";
import { isIP } from "node:net";
import { addressProblem } from "./address-rule.ts";
import { UrlProblem } from "./outbound-error.ts";
import type { Target } from "./target.ts";

/** All addresses of a name, in the order to try them. Rejects with an error that has a DNS `code`. */
export type Lookup = (hostname: string) => Promise<readonly Pick<LookupAddress, "address">[]>;

/** The checked addresses of a target, in the order to try them; never empty. */
export type Resolve = (target: Target) => Promise<readonly string[]>;

const defaultTimeoutMs = 5_000;

function systemLookup(hostname: string): Promise<LookupAddress[]> {
  return dns.lookup(hostname, { all: true, order: "verbatim" });
}

/**
 * A resolver that gives an address only where every address of the name is public.
 * Rejects with {@link UrlProblem}: `dns_not_found`, `dns_failed` or `blocked_address`.
 */
export function createResolver(options: { lookup?: Lookup; timeoutMs?: number } = {}): Resolve {
  const { lookup = systemLookup, timeoutMs = defaultTimeoutMs } = options;
  // A name server that hangs holds a thread for each look-up, so one at a time per name.
  const underWay = new Map<string, ReturnType<Lookup>>();

  function lookUpOnce(hostname: string): ReturnType<Lookup> {
    const running = underWay.get(hostname);
    if (running) return running;
    const started = lookup(hostname).finally(() => underWay.delete(hostname));
    underWay.set(hostname, started);
    return started;
  }

  return async function resolve({ hostname, isExempt }) {
    if (isIP(hostname) !== 0) {
      if (!isExempt) refuseBlocked(hostname, [hostname]);
      return [hostname];
    }
    const found = await withTimeout(lookUpOnce(hostname), hostname, timeoutMs);
    const addresses = found.map(({ address }) => address);
    if (addresses.length === 0) throw notFound(hostname);
    if (!isExempt) refuseBlocked(hostname, addresses);
    return addresses;
  };
}

function refuseBlocked(hostname: string, addresses: readonly string[]): void {
  for (const address of addresses) {
    const reason = addressProblem(address);
    if (!reason) continue;
    if (address === hostname) {
      throw new UrlProblem("blocked_address", {
        code: "blocked_address",
        params: { reason, host: hostname },
      });
    }
    // What a name server says inside a network is for the log: the one who typed the name may not belong there.
    const params = { reason: "leads_inside", host: hostname } as const;
    const cause = new Error(`${hostname} resolves to ${address} (${reason})`);
    throw new UrlProblem("blocked_address", { code: "blocked_address", params }, { cause });
  }
}

async function withTimeout(
  lookup: ReturnType<Lookup>,
  hostname: string,
  timeoutMs: number,
): ReturnType<Lookup> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new UrlProblem("dns_failed", { code: "dns", params: { reason: "slow", host: hostname } }));
    }, timeoutMs);
  });
  try {
    return await Promise.race([lookup, late]);
  } catch (error) {
    throw error instanceof UrlProblem ? error : lookupProblem(hostname, error);
  } finally {
    clearTimeout(timer);
  }
}

function lookupProblem(hostname: string, cause: unknown): UrlProblem {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOTFOUND" || code === "ENODATA") return notFound(hostname, cause);
  const params = { reason: "failed", host: hostname } as const;
  return new UrlProblem("dns_failed", { code: "dns", params }, { cause });
}

function notFound(hostname: string, cause?: unknown): UrlProblem {
  const params = { reason: "not_found", host: hostname } as const;
  return new UrlProblem("dns_not_found", { code: "dns", params }, { cause });
}
